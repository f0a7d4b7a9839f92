import { describe, expect, test } from "@jest/globals";
import { examples } from "./error-examples/index.js";
import { outcomeOf } from "./error-examples/example.js";
import { ErrorPage, shownAs } from "./error-examples/page.js";

/** ERROR_EXAMPLES=write npm run jest -- tests/error-examples writes the pages anew. */
const writing = process.env["ERROR_EXAMPLES"] === "write";

describe.each(Object.entries(examples))("docs/errors/%s.md", (name, ofPage) => {
  const page = new ErrorPage(name);

  test("has every example, and no code without one", () => {
    expect(page.codes.toSorted()).toEqual(Object.keys(ofPage).toSorted());
  });

  test("shows what really happens", async () => {
    const shown = new Map<string, string>();
    for (const [code, example] of Object.entries(ofPage)) {
      const told = await outcomeOf(example);
      expect([code, told.code]).toEqual([code, code]);
      shown.set(code, shownAs(example, told.message));
    }
    if (writing) page.write(shown);
    const found = new Map([...shown.keys()].map((code) => [code, new ErrorPage(name).exampleOf(code)]));
    expect(found).toEqual(shown);
  });
});
