import { expect, test } from "@jest/globals";
import { loadVariant } from "../reference-provider/registry.js";
import { checks } from "../suites/index.js";
import { mismatches } from "../harness/mutation/matrix.js";
import { referenceProvider, runAgainst } from "./support/run-in-process.js";

const profileName = "whatsapp-pqxdh";
const patienceMs = 600;
/** The session layer is what differs; identity and channel are the same. */
const messaging = checks.filter(
  ({ id, engines }) => id.startsWith("m3-messaging/") && (engines === undefined || engines.includes("pqxdh-v4")),
);
const kyber = messaging.filter(({ engines }) => engines?.includes("pqxdh-v4"));

test("the reference provider passes every check of messaging with post-quantum sessions", async () => {
  const { result } = await runAgainst(referenceProvider(), messaging, undefined, { profileName });
  const others = result.checks.filter((check) => check.verdict !== "pass");
  expect(others.map(({ id, verdict, cause, findings }) => ({ id, verdict, cause, findings }))).toEqual([]);
  expect(result.checks).toHaveLength(messaging.length);
});

test.each([...new Set(kyber.flatMap(({ mutants }) => Object.keys(mutants)))])(
  "%s is killed by the checks that name it",
  async (id) => {
    const provider = referenceProvider(loadVariant("mutant", id));
    const { result } = await runAgainst(provider, kyber, patienceMs, { profileName });
    expect(mismatches({ kind: "mutant", id }, kyber, result)).toEqual([]);
  },
);

test("checks of post-quantum keys do not apply to the usual profile", async () => {
  const { result } = await runAgainst(referenceProvider(), kyber);
  expect(new Set(result.checks.map(({ cause }) => cause?.code))).toEqual(new Set(["other-engine"]));
});
