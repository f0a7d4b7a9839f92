import { expect, test } from "@jest/globals";
import { loadProfile } from "../profiles/load.js";
import { checks } from "../suites/index.js";
import { referenceProvider, runAgainst } from "./support/run-in-process.js";

/** Of each milestone what could tell one product from the other: the rest differs in no value of the profile. */
const asked = [
  /^m1-identity\/(enlistment-|token-|user-keys)/,
  /^m2-channel\/(client-payload|login|stanza-schema|token-)/,
  /^m3-messaging\/(first-message|long-absence|offline-|padding-|push-|signal-version$|text-)/,
  /^m4-features\/[^/]+$/,
  /^m[56]-/,
];

test("the reference provider passes with the profile of Messenger, which leaves out what is not known of it", async () => {
  const some = checks.filter(
    ({ id, scenario }) => scenario.slow === undefined && asked.some((pattern) => pattern.test(id)),
  );
  const { profile } = await loadProfile("messenger");
  const { result } = await runAgainst(referenceProvider(), some, undefined, { profileName: "messenger" });
  const others = result.checks.filter(({ verdict, requirement }) => {
    return verdict !== (profile.unjudged.includes(requirement) ? "not-applicable" : "pass");
  });
  expect(others.map(({ id, verdict, cause, findings }) => ({ id, verdict, cause, findings }))).toEqual([]);
  expect(result.summary.outcome).toBe("passed");
});
