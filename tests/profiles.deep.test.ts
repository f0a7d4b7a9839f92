import { expect, test } from "@jest/globals";
import { isRecord } from "../core/is-record.js";
import type { Check } from "../harness/checks/check.js";
import { selectChecks } from "../harness/checks/plan.js";
import { replayTrace } from "../harness/runner/replay.js";
import { loadProfile } from "../profiles/load.js";
import { checks, requirements } from "../suites/index.js";
import { restsOn } from "../suites/rests-on.js";
import { conformantRun, type InProcessRun, notPassed } from "./support/run-in-process.js";

/** Of each milestone what could tell Messenger from WhatsApp: the rest differs in no value of the profile. */
const ofMessenger = [
  /^m1-identity\/(enlistment-|token-|user-keys)/,
  /^m2-channel\/(client-payload|login|stanza-schema|token-)/,
  /^m3-messaging\/(first-message|long-absence|offline-|padding-|push-|signal-version$|text-)/,
  /^m4-features\/[^/]+$/,
  /^m[56]-/,
];

test("the reference provider passes every check of the channel and of messaging with stanzas as text", async () => {
  const wanted = checks.filter(
    ({ id, wire, engines }) =>
      /^m[23]-/.test(id) && wire !== "binary" && (engines === undefined || engines.includes("x3dh-v3")),
  );
  expect(wanted.length).toBeGreaterThan(100);
  expect(notPassed(await conformantRun(wanted, { profileName: "whatsapp-xml" }))).toEqual([]);
});

test("the reference provider passes every check with users whose addresses are LIDs, and no other address is written", async () => {
  const wanted = checks.filter(
    ({ needs, scenario, wire, engines }) =>
      scenario.slow === undefined &&
      !needs.includes("proxy") &&
      wire !== "xml" &&
      (engines === undefined || engines.includes("x3dh-v3")),
  );
  const run = await conformantRun(wanted, { profileName: "whatsapp-lid" });
  expect(wanted.length).toBeGreaterThan(400);
  expect(notPassed(run)).toEqual([]);
  const written = JSON.stringify(run.entries);
  expect(written).toContain("@lid");
  expect(written).not.toContain("@s.whatsapp.net");

  const reads = await readsWhileJudging(wanted, run);
  expect(reads.length).toBeGreaterThan(20);
  const restsOnIt = ({ check, path }: Read): boolean => {
    const { selectors } = restsOn[path] ?? { selectors: [] };
    return selectors.length > 0 && selectChecks(wanted, selectors).includes(check);
  };
  const untold = reads.filter((read) => !restsOnIt(read)).map(({ check, path }) => `${check.id} reads ${path}`);
  expect(untold).toEqual([]);
});

interface Read {
  readonly check: Check;
  readonly path: string;
}

/** The values of the profile that each check reads while it judges. */
async function readsWhileJudging(
  judges: readonly Check[],
  { entries, result }: InProcessRun,
): Promise<readonly Read[]> {
  const { profile } = await loadProfile("whatsapp-lid");
  return judges.flatMap((check) => {
    const read = new Set<string>();
    const input = { checks: [check], requirements, entries, run: result.run, cause: null };
    replayTrace({ ...input, profile: watched(profile, "", (path) => void read.add(path)) });
    return [...read].filter((path) => !alwaysRead.has(path)).map((path) => ({ check, path }));
  });
}

/** For each check, to decide whether it applies. */
const alwaysRead = new Set(["name", "version", "channel.wire", "session.engine", "mandatoryCapabilities", "unjudged"]);

function watched<Part extends object>(part: Part, prefix: string, onRead: (path: string) => void): Part {
  return new Proxy(part, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof key !== "string") return value;
      const path = `${prefix}${key}`;
      if (isRecord(value)) return watched(value, `${path}.`, onRead);
      onRead(path);
      return value;
    },
  });
}

test("the reference provider passes every check of messaging with post-quantum sessions", async () => {
  const wanted = checks.filter(
    ({ id, engines }) => id.startsWith("m3-messaging/") && (engines === undefined || engines.includes("pqxdh-v4")),
  );
  expect(wanted.length).toBeGreaterThan(50);
  expect(notPassed(await conformantRun(wanted, { profileName: "whatsapp-pqxdh" }))).toEqual([]);
});

test("the reference provider passes with the profile of Messenger, which leaves out what is not known of it", async () => {
  const wanted = checks.filter(
    ({ id, scenario }) => scenario.slow === undefined && ofMessenger.some((pattern) => pattern.test(id)),
  );
  const { unjudged } = (await loadProfile("messenger")).profile;
  const run = await conformantRun(wanted, { profileName: "messenger" });
  const unknown = wanted.filter(({ requirement }) => unjudged.includes(requirement)).map(({ id }) => id);
  expect(unknown.length).toBeGreaterThan(0);
  expect(notPassed(run).map(({ id, verdict }) => [id, verdict])).toEqual(unknown.map((id) => [id, "not-applicable"]));
  expect(run.result.summary.outcome).toBe("passed");
});
