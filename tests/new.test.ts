import { describe, expect, test } from "@jest/globals";
import { transformSync } from "@swc/core";
import { parse } from "yaml";
import { faults } from "../faults/index.js";
import { mutantIds } from "../reference-provider/registry.js";
import { plan } from "../scripts/new.js";
import { requirements } from "../suites/index.js";
import { root } from "./sources.js";

interface Plan {
  readonly files: Readonly<Record<string, string>>;
  readonly left: readonly string[];
}

const planned = (kind: string, id: string, into?: string): Plan => plan(root, { kind, id, into });
/** Throws for what is not TypeScript. */
const parses = (source = ""): string => transformSync(source, { jsc: { parser: { syntax: "typescript" } } }).code;

describe("npm run new", () => {
  test("writes a check that names its own path, and a row with an id that was never given", () => {
    const { files, left } = planned("check", "m4-features/media/range-suffix");
    const [path = "", rows = ""] = Object.keys(files);
    expect(path).toBe("suites/m4-features/media/range-suffix.ts");
    expect(parses(files[path])).toContain('check("m4-features/media/range-suffix"');
    const added = (parse(files[rows] ?? "") as readonly { readonly id: string; readonly checks: object }[]).at(-1);
    expect(added).toMatchObject({ checks: ["m4-features/media/range-suffix"] });
    expect(files[path]).toContain(`requirement: "${added?.id}"`);
    expect(requirements.map(({ id }) => id)).not.toContain(added?.id);
    expect(left.join("\n")).toContain("npm run new -- mutant");
  });

  test.each([
    ["mutant", "reference-provider/mutants/file-host.ts", "file-host"],
    ["fault", "faults/media.ts", "media"],
  ])("adds a %s to its table, in one file", (kind, path, into) => {
    const { files } = planned(kind, "quite-new", into);
    expect(Object.keys(files)).toEqual([path]);
    expect(parses(files[path])).toMatch(/"quite-new": /);
  });

  test.each([
    ["check", "m2-channel/server-ping", undefined, "exists already"],
    ["check", "m9-unknown/check", undefined, "wanted one of groups, m1-identity"],
    ["check", "No Id", undefined, "wanted lower-case words with hyphens"],
    ["mutant", "quite-new", undefined, "found --in (nothing), wanted one of "],
    ["mutant", mutantIds[0] ?? "", "channel", "has this id already"],
    ["fault", Object.keys(faults)[0] ?? "", "channel", "has this id already"],
    ["fault", "a/b", "channel", "without a slash"],
    ["suite", "x", undefined, "wanted check, mutant or fault"],
  ])("refuses %s %s --in %s with what is wanted", (kind, id, into, said) => {
    expect(() => planned(kind, id, into)).toThrow(said);
  });
});
