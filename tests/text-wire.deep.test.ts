import { expect, test } from "@jest/globals";
import { checks } from "../suites/index.js";
import { referenceProvider, runAgainst } from "./support/run-in-process.js";

const profileName = "whatsapp-xml";
/** What differs is the form of stanzas; enlistment knows none. */
const channel = checks.filter(({ id, wire }) => /^m[23]-/.test(id) && wire !== "binary");
const textual = checks.filter(({ wire }) => wire === "xml");

test("the reference provider passes every check of the channel and of messaging with stanzas as text", async () => {
  const wanted = channel.filter(({ engines }) => engines === undefined || engines.includes("x3dh-v3"));
  const { result } = await runAgainst(referenceProvider(), wanted, undefined, { profileName });
  const others = result.checks.filter((check) => check.verdict !== "pass");
  expect(others.map(({ id, verdict, cause, findings }) => ({ id, verdict, cause, findings }))).toEqual([]);
  expect(result.checks).toHaveLength(wanted.length);
});

test("checks of one form do not apply to a profile with the other", async () => {
  const codes = async (wire: "binary" | "xml", name?: string) => {
    const wanted = checks.filter((check) => check.wire === wire);
    const { result } = await runAgainst(
      referenceProvider(),
      wanted,
      undefined,
      name === undefined ? {} : { profileName: name },
    );
    return new Set(result.checks.map(({ cause }) => cause?.code));
  };
  expect(await codes("xml")).toEqual(new Set(["other-wire"]));
  expect(await codes("binary", profileName)).toEqual(new Set(["other-wire"]));
  expect(textual).toHaveLength(4);
});
