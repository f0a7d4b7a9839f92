import { expect, test } from "@jest/globals";
import { mismatches } from "../harness/mutation/matrix.js";
import { nullDriver, nullKinds } from "../reference-provider/null/null-driver.js";
import { loadVariant } from "../reference-provider/registry.js";
import { readinessOf } from "../reports/view/readiness.js";
import { checks, requirements } from "../suites/index.js";
import { referenceProvider, runAgainst } from "./support/run-in-process.js";

const profileName = "whatsapp-other";
const own = checks.filter(({ engines }) => engines?.includes("other") === true);

test("two users of a provider with a protocol of its own show what can be observed, and the report says what not", async () => {
  const { result } = await runAgainst(referenceProvider(), own, undefined, { profileName });
  const others = result.checks.filter((check) => check.verdict !== "pass");
  expect(others.map(({ id, verdict, cause, findings }) => ({ id, verdict, cause, findings }))).toEqual([]);
  expect(result.statement?.shown.map(({ check }) => check)).toEqual(own.map(({ id }) => id).toSorted(byRequirement));
  expect(result.statement?.notShown.map(({ subject }) => subject.split(":")[0])).toContain("Deniability");
});

test("what a stolen state can still read is not stated as shown", async () => {
  const provider = referenceProvider(loadVariant("mutant", "ratchet-never-renews"));
  const { result } = await runAgainst(provider, own, undefined, { profileName });
  expect(mismatches({ kind: "mutant", id: "ratchet-never-renews" }, own, result)).toEqual([]);
  expect(result.statement?.shown.map(({ check }) => check)).not.toContain("m3-own-protocol/recovery");
  const open = result.statement?.notShown.find(({ why }) => why.startsWith("m3-own-protocol/recovery"));
  expect(open?.why).toContain("expected 1, found 2");
});

test("nothing that such a run shows is readiness", async () => {
  const { result } = await runAgainst(referenceProvider(), own, undefined, { profileName });
  const rows = requirements.filter(({ checks: ids }) => ids.some((id) => id.startsWith("m3-own-protocol/")));
  expect(readinessOf(result, rows)).toMatchObject({
    ready: false,
    sentence: expect.stringMatching(/^With its own protocol/),
  });
});

test.each(nullKinds)("a provider that is %s passes nothing", async (kind) => {
  const { result } = await runAgainst(nullDriver(kind), own, 50, { profileName });
  expect(result.checks.filter(({ verdict }) => verdict === "pass").map(({ id }) => id)).toEqual([]);
  expect(result.statement?.shown).toEqual([]);
});

test("nobody speaks with simulated users in such a protocol", async () => {
  const talking = checks.filter(({ id }) => id === "m3-messaging/text-out");
  const { result } = await runAgainst(referenceProvider(), talking, undefined, { profileName });
  expect(result.checks).toMatchObject([{ verdict: "not-applicable", cause: { code: "other-engine" } }]);
});

test("runs with Signal have no such statement", async () => {
  const { result } = await runAgainst(referenceProvider(), own);
  expect(new Set(result.checks.map(({ cause }) => cause?.code))).toEqual(new Set(["other-engine"]));
  expect(result.statement).toBeUndefined();
});

function byRequirement(a: string, b: string): number {
  const requirementOf = (id: string): string => own.find((check) => check.id === id)?.requirement ?? "";
  return requirementOf(a).localeCompare(requirementOf(b));
}
