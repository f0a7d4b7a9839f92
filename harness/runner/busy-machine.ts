import { isBusy, type Pressure, pressureInWords } from "../../core/pressure.js";
import { defectsIn } from "../causes/find.js";
import type { Check } from "../checks/check.js";
import type { CheckResult } from "../model/result.js";
import type { Cause, TraceEntry } from "../model/trace.js";

/** Code of the cause when this machine, and not the provider, may have decided. */
export const machineBusy = "machine-busy";

/** An event loop that is so late answers no provider in time. */
const standstillMs = 1000;

/** Causes of could-not-run that no machine brings about. */
const certain: ReadonlySet<string> = new Set([
  "declared-not-offered",
  "harness-fault",
  "journal-overflow",
  "left",
  "needs-timing",
  "not-possible",
]);

/**
 * A result in view of how busy the machine was while its scenario ran. A machine that is busy makes nothing right that is
 * wrong, so what passed stays. What did not may be the machine's doing, so it could not run, and the retry policy has it
 * run again.
 *
 * @param again Whether this is the retry. It runs alone and with several times the patience, so there a check that does not
 *   rest on a time bound is believed, unless the machine hardly went on.
 */
export function inViewOf(
  pressure: Pressure,
  check: Pick<Check, "timeBound">,
  result: CheckResult,
  again: boolean,
): CheckResult {
  if (!isBusy(pressure) || !isOpen(result)) return result;
  const { verdict, cause, findings } = result;
  const isBelieved = again && check.timeBound === undefined && pressure.lateMs < standstillMs;
  if (verdict !== "could-not-run" && isBelieved) return result;
  const [finding] = findings;
  const found = finding && `${finding.what}: expected ${finding.expected}, found ${finding.actual}`;
  const message = `This machine was too busy (${pressureInWords(pressure)}), so this decides nothing: ${found ?? cause?.message ?? verdict}`;
  return { ...result, verdict: "could-not-run", cause: { code: machineBusy, message }, findings: [], reached: [] };
}

/** Whether the cause is in bytes that the provider sent: a machine may delay those, and does not change them. */
export function isInBytes(cause: Cause | null, entries: readonly TraceEntry[]): boolean {
  if (cause?.entry === undefined) return false;
  return defectsIn(entries).some(
    ({ entry, code, proof }) => entry === cause.entry && code === cause.code && proof === "bytes",
  );
}

/** Whether a calm machine could bring another verdict. A missing capability is a failure without evidence. */
function isOpen({ verdict, cause, reached }: CheckResult): boolean {
  if (verdict === "could-not-run") return cause === null || !certain.has((cause.said ?? cause).code);
  return (verdict === "fail" || verdict === "warn") && reached.length > 0;
}
