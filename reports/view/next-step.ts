import type { Requirement } from "../../harness/model/requirement.js";
import type { CheckResult, RunResult } from "../../harness/model/result.js";
import { divide, groupByCause } from "./groups.js";
import { milestoneOf, milestones } from "./milestones.js";

/** Causes that can wait while a provider is under construction. */
const canWait: ReadonlySet<string> = new Set(["needs-timing", "http-without-tls"]);

/** Code of the cause when the machine of the harness was too busy to judge. */
const machineBusy = "machine-busy";

/**
 * What to do next, in one sentence, for someone whose provider is under construction: in the first milestone with something open,
 * what failed; then what most checks wait for; then what is not declared yet. Undefined when nothing required is open.
 */
export function nextStep(result: RunResult, requirements: readonly Requirement[]): string | undefined {
  if (result.summary.outcome === "environment") {
    return 'Next: run "interop doctor" with the same options; it tries out the driver step by step';
  }
  if (result.cause !== null) return "Next: run again and let the run finish";
  const every = result.checks.filter(isOpen);
  const busy = every.filter(({ cause }) => cause?.code === machineBusy);
  if (busy.length > 0 && busy.length === every.length) {
    return `Next: run again with --only-failed when this machine is less busy (${waiting(busy.length)})`;
  }
  const pressing = every.filter(
    ({ cause }) => cause === null || !(canWait.has(cause.code) || cause.code === machineBusy),
  );
  const open = pressing.length > 0 ? pressing : every;
  const found = open.map(milestone);
  const first = [...milestones.map(({ id }): string => id), ...found].find((id) => found.includes(id));
  if (first === undefined) return undefined;
  const here = open.filter((check) => milestone(check) === first);
  return `Next, in ${first}: ${failure(here, requirements) ?? obstacle(here, open) ?? absence(here, open)}`;
}

function failure(here: readonly CheckResult[], requirements: readonly Requirement[]): string | undefined {
  const failed = divide(here).tested.find(({ verdict }) => verdict !== "could-not-run");
  if (failed === undefined) return undefined;
  const sentence = requirements.find(({ id }) => id === failed.requirement)?.sentence ?? "";
  return `fix what ${failed.id} found (${failed.requirement}: ${sentence})`;
}

/** Of the causes that keep checks of this milestone from running, the one that blocks most checks of the whole run. */
function obstacle(here: readonly CheckResult[], everywhere: readonly CheckResult[]): string | undefined {
  const isBlocked = ({ verdict }: CheckResult): boolean => verdict === "could-not-run";
  const local = new Set(groupByCause(here.filter(isBlocked)).map(({ cause }) => cause.message));
  const [group] = groupByCause(everywhere.filter(isBlocked)).filter(({ cause }) => local.has(cause.message));
  return group === undefined ? undefined : `${group.cause.message} (${waiting(group.results.length)})`;
}

function absence(here: readonly CheckResult[], everywhere: readonly CheckResult[]): string {
  const [{ capability } = { capability: "" }] = divide(here).undeclared;
  const group = divide(everywhere).undeclared.find((one) => one.capability === capability);
  const count = group?.results.length ?? 0;
  return `implement the capability "${capability}" and declare it (${waiting(count)})`;
}

function waiting(checks: number): string {
  return checks === 1 ? "1 required check waits for this" : `${checks} required checks wait for this`;
}

function milestone({ requirement }: CheckResult): string {
  return milestoneOf(requirement);
}

/** Keeps the provider from a pass. */
function isOpen({ level, verdict }: CheckResult): boolean {
  return level === "MUST" && (verdict === "fail" || verdict === "unstable" || verdict === "could-not-run");
}
