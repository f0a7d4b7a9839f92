import { isBusy, pressureInWords } from "../../core/pressure.js";
import type { Check } from "../checks/check.js";
import type { CheckResult } from "../model/result.js";
import type { Measured } from "../model/trace.js";
import { shortened } from "./timing.js";

/** Code of the cause when this machine, and not the provider, may have decided. */
export const machineBusy = "machine-busy";

/** Causes of could-not-run that no machine brings about. */
const certain: ReadonlySet<string> = new Set([
  "declared-not-offered",
  "harness-fault",
  "journal-overflow",
  "needs-timing",
]);

/**
 * A result in view of how busy the machine was while its scenario ran. A machine that is busy makes nothing right that is
 * wrong, so what passed stays. What did not may be the machine's doing, so it could not run, and the retry policy has it
 * run again.
 *
 * @param again Whether this is the retry. It runs alone and with more patience, so there a check that does not rest on
 *   time is believed.
 */
export function inViewOf(
  { pressure, waitsOver }: Measured,
  check: Pick<Check, "timeBound">,
  result: CheckResult,
  again: boolean,
): CheckResult {
  if (!isBusy(pressure) || !isOpen(result)) return result;
  const restsOnTime =
    check.timeBound !== undefined ||
    waitsOver > 0 ||
    // Later than a provider waits for an answer: it may have given up on the harness.
    pressure.lateMs >= shortened.replyMs;
  const { verdict, cause, findings } = result;
  if (verdict !== "could-not-run" && again && !restsOnTime) return result;
  const [finding] = findings;
  const found = finding && `${finding.what}: expected ${finding.expected}, found ${finding.actual}`;
  const message = `This machine was too busy (${pressureInWords(pressure)}), so this decides nothing: ${found ?? cause?.message ?? verdict}`;
  return { ...result, verdict: "could-not-run", cause: { code: machineBusy, message }, findings: [], reached: [] };
}

/** Whether a calm machine could bring another verdict. A missing capability is a failure without evidence. */
function isOpen({ verdict, cause, reached }: CheckResult): boolean {
  if (verdict === "could-not-run") return cause === null || !certain.has((cause.said ?? cause).code);
  return (verdict === "fail" || verdict === "warn") && reached.length > 0;
}
