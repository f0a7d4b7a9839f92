import { describe, expect, test } from "@jest/globals";
import { checks } from "../suites/index.js";
import { conformantRun, notPassed, referenceProvider, runAgainst } from "./support/run-in-process.js";

// What is only in one profile. The deep tier runs everything that such a profile changes.

const textual = checks.filter(({ wire }) => wire === "xml");
const kyber = checks.filter(({ id, engines }) => id.startsWith("m3-messaging/") && engines?.includes("pqxdh-v4"));
const addressed = ["m2-channel/key-fetch", "m3-messaging/text-in", "m4-features/typing-out", "groups/text-out"];

describe("the reference provider passes", () => {
  test.each([
    ["whatsapp-xml", "the checks of stanzas as text", textual],
    ["whatsapp-pqxdh", "the checks of post-quantum keys", kyber],
    [
      "whatsapp-lid",
      "one check of each milestone where addresses matter",
      checks.filter(({ id }) => addressed.includes(id)),
    ],
    ["messenger", "texts with the profile of Messenger", checks.filter(({ id }) => id === "m3-messaging/text-out")],
  ])("with the profile %s %s", async (profileName, _what, wanted) => {
    expect(wanted.length).toBeGreaterThan(0);
    expect(notPassed(await conformantRun(wanted, { profileName }))).toEqual([]);
  });
});

describe("checks do not apply to a profile", () => {
  test.each([
    ["with another form of stanzas", "whatsapp", textual, "other-wire"],
    ["with another form of stanzas", "whatsapp-xml", checks.filter(({ wire }) => wire === "binary"), "other-wire"],
    ["with another session engine", "whatsapp", kyber, "other-engine"],
  ])("%s: %s", async (_why, profileName, wanted, code) => {
    const { result } = await runAgainst(referenceProvider(), wanted, undefined, { profileName });
    expect(new Set(result.checks.map(({ cause }) => cause?.code))).toEqual(new Set([code]));
  });
});
