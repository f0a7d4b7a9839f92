import { expect, test } from "@jest/globals";
import pMap from "p-map";
import { names } from "../../harness/mutation/matrix.js";
import { mutantIds } from "../../reference-provider/registry.js";
import { checks } from "../../suites/index.js";
import { type Disagreement, disagreementsOf } from "../support/agreement.js";

/** While some wait for time to pass, another computes. */
const sideBySide = 6;
const quickMs = 600;
const patientMs = 3000;

/**
 * Checks that judge one property of something, whatever the other side makes of the whole. They may pass where it was refused
 * for another property, but only if a check of the same scenario fails for that.
 */
const judgeOneProperty: Readonly<Record<string, readonly string[]>> = {
  "of an enlistment, or of the token in it": [
    "m1-identity/enlistment-arguments",
    "m1-identity/enlistment-encoding",
    "m1-identity/enlistment-key-type",
    "m1-identity/enlistment-signature",
    "m1-identity/enlistment-sizes",
    "m1-identity/token-accepted",
    "m1-identity/token-identifier",
    "m1-identity/token-key-id",
    "m1-identity/token-lifetime",
    "m1-identity/token-signature",
    "m1-identity/token-size",
    "m1-identity/token-times",
  ],
  "of a login; m2-channel/login judges that it succeeds, on both sides": [
    "m1-identity/enlistment-login-used",
    "m2-channel/client-finish",
    "m2-channel/client-hello",
    "m2-channel/client-payload",
    "m2-channel/fresh-ephemeral",
    "m2-channel/header",
    "m2-channel/one-connection",
    "m2-channel/static-key",
    "m2-channel/token-carriage",
    "m2-channel/token-fresh",
    "m2-channel/token-valid",
  ],
  "of an upload of keys": [
    "m1-identity/signed-key-id",
    "m2-channel/frame-counts",
    "m2-channel/key-upload",
    "m2-channel/key-upload-identity",
    "m2-channel/key-upload-ids",
    "m2-channel/request-ids",
  ],
  "of a message or receipt": [
    "groups/new-identity-supplied",
    "groups/removed-left-out",
    "m3-messaging/first-message",
    "m3-messaging/retry-form",
  ],
  "of a request, that it is sent: its form is not published, and another check judges it": [
    "m5-deletion/request-sent",
    "m6-reachability/notice-sent",
  ],
};

const mayPass = new Set(Object.values(judgeOneProperty).flat());

/** What can be run in one profile and in little time. */
const usual = checks.filter(
  ({ wire, engines, scenario }) =>
    wire !== "xml" && engines?.includes("x3dh-v3") !== false && scenario.slow === undefined && scenario.heavy !== true,
);

/** The checks of the scenarios in which a check names the mutant. */
function checksFor(id: string): typeof usual {
  const scenarios = new Set(usual.filter((check) => names(check, id)).map(({ scenario }) => scenario.id));
  return usual.filter(({ scenario }) => scenarios.has(scenario.id));
}

function inWords({ check, what }: Disagreement): string {
  return `${check} passes though ${what}`;
}

async function disagreementsWith(id: string | undefined, some: typeof usual, patienceMs: number) {
  const variant = id === undefined ? undefined : ({ kind: "mutant", id } as const);
  return disagreementsOf(variant, some, { profileName: "whatsapp", patienceMs });
}

test("no check passes when a call of the driver failed that belongs to its evidence, or the server refused it", async () => {
  // What faults and other stimuli lead to is refused for the conformant provider too.
  const intended = new Set((await disagreementsWith(undefined, usual, patientMs)).map(inWords));
  const unexplained = async (id: string, patienceMs: number): Promise<readonly string[]> => {
    const some = checksFor(id);
    const found = some.length === 0 ? [] : await disagreementsWith(id, some, patienceMs);
    return found
      .filter((one) => !intended.has(inWords(one)) && !(mayPass.has(one.check) && one.reported))
      .map((one) => `${id}: ${inWords(one)}`);
  };
  const suspects = await pMap(mutantIds, async (id) => ((await unexplained(id, quickMs)).length === 0 ? [] : [id]), {
    concurrency: sideBySide,
  });
  // On a busy machine a connection may be lost for its own reasons; each suspect is tried again alone.
  const found = await pMap(suspects.flat(), (id) => unexplained(id, patientMs), { concurrency: 1 });
  expect(found.flat()).toEqual([]);
});
