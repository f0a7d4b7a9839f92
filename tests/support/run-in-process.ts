import { type InProcessRun, referenceProvider, runAgainst } from "../../cli/in-process.js";
import type { Check } from "../../harness/checks/check.js";
import type { CheckResult } from "../../harness/model/result.js";
import { ofShard } from "../../cli/run/shard.js";
import { relaxed, shortened } from "../../harness/runner/timing.js";
import { summarise } from "../../harness/runner/summary.js";
import type { Transport } from "../../harness/driver/transport.js";
import type { ProviderVariant } from "../../reference-provider/behaviour/variant.js";

export { type InProcessRun, referenceProvider, runAgainst };

/** Far more than a call or a wait needs on a busy machine. What arrives in time does not wait for it. */
const callMs = 60_000;
const patienceMs = 20_000;
const furtherRuns = 3;
/** Checks for one provider: while one waits for time to pass, others compute. */
const checksOfPart = 120;
/** As short as usual, but a provider does not end a connection because a busy machine answers late. */
const firstRun = { patienceMs: 5000, timing: { ...shortened, replyMs: 1500 } };

interface ConformantOptions {
  readonly profileName?: string;
  readonly variant?: ProviderVariant;
  /** Starts another provider than the reference. */
  readonly start?: () => Transport;
  /** Checks that this provider is known not to pass, so that patience does not help. */
  readonly known?: readonly string[];
}

/**
 * Runs checks against a provider that conforms. Checks that do not pass are run again, by themselves and with patience,
 * because a busy machine makes keep-alives and reconnections late. A wrong check or provider is wrong every time.
 */
export async function conformantRun(
  checks: readonly Check[],
  { profileName = "whatsapp", variant, start, known = [] }: ConformantOptions = {},
): Promise<InProcessRun> {
  const provider = start ?? (() => referenceProvider(variant));
  const count = Math.ceil(checks.length / checksOfPart);
  const parts = await Promise.all(
    Array.from({ length: count }, (_, at) =>
      runAgainst(provider(), ofShard(checks, { index: at + 1, count }), firstRun.patienceMs, {
        profileName,
        callMs,
        timing: firstRun.timing,
      }),
    ),
  );
  let { result, entries } = joined(checks, parts);
  for (let further = 0; further < furtherRuns; further++) {
    const late = new Set(result.checks.filter(mayBeLate).flatMap(({ id }) => (known.includes(id) ? [] : id)));
    if (late.size === 0) break;
    process.stderr.write(`Run again with patience: ${[...late].join(", ")}\n`);
    const some = checks.filter(({ id }) => late.has(id));
    const again = await runAgainst(provider(), some, patienceMs, {
      profileName,
      callMs,
      timing: relaxed,
    });
    const found = new Map(again.result.checks.map((check) => [check.id, check]));
    const judged = result.checks.map((check) => found.get(check.id) ?? check);
    const { cause } = again.result;
    result = { ...result, cause, checks: judged, summary: summarise(judged, cause) };
    entries = [...entries, ...again.entries];
  }
  return { result, entries };
}

/** One run of what providers side by side were run against. */
function joined(checks: readonly Check[], [first, ...others]: readonly InProcessRun[]): InProcessRun {
  if (first === undefined) throw new Error("There are no checks to run");
  const runs = [first, ...others];
  const found = new Map(runs.flatMap(({ result }) => result.checks).map((check) => [check.id, check]));
  const judged = checks.flatMap(({ id }) => found.get(id) ?? []);
  const cause = runs.find(({ result }) => result.cause !== null)?.result.cause ?? null;
  return {
    result: { ...first.result, cause, checks: judged, summary: summarise(judged, cause) },
    entries: runs.flatMap(({ entries }) => entries),
  };
}

/** Of a conformant run: the checks that did not pass, with what there is to see of each. */
export function notPassed({ result }: InProcessRun): readonly Partial<CheckResult>[] {
  return result.checks
    .filter(({ verdict }) => verdict !== "pass")
    .map(({ id, verdict, cause, findings }) => ({ id, verdict, cause, findings }));
}

function mayBeLate({ verdict }: CheckResult): boolean {
  return verdict !== "pass" && verdict !== "not-applicable" && verdict !== "review";
}

/** How many stanzas the provider sent, and what of all that it sent cannot be read or breaks the schema. */
export function writtenByProvider({ entries }: InProcessRun): { stanzas: number; breaches: readonly unknown[] } {
  const own = entries.filter(({ by }) => by === "provider");
  const breaches = own.flatMap((entry): readonly unknown[] => {
    if (entry.kind === "bad-frame") return [entry];
    return entry.kind === "stanza" ? entry.violations : [];
  });
  return { stanzas: own.filter(({ kind }) => kind === "stanza").length, breaches };
}
