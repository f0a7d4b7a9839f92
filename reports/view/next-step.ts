import type { Requirement } from "../../harness/model/requirement.js";
import type { CheckResult, RunResult } from "../../harness/model/result.js";
import type { Cause } from "../../harness/model/trace.js";
import { oneLine, shorten } from "../text/printable.js";
import { causeKey, divide, groupByCause } from "./groups.js";
import { rerunCommand, usualCommand } from "./run-words.js";
import { milestoneOf, milestones } from "./milestones.js";

/** Causes that can wait while a provider is under construction. */
const canWait: ReadonlySet<string> = new Set(["needs-timing", "http-without-tls"]);

/** Code of the cause when the machine of the harness was too busy to judge. */
const machineBusy = "machine-busy";

export interface NextStep {
  readonly sentence: string;
  /** The rule that is broken, what was expected and found, where, and what to do: in this order, and only what is known. */
  readonly details: readonly Detail[];
  /** The check to look at; absent where nothing failed. */
  readonly check?: CheckResult;
}

export interface Detail {
  readonly name: "rule" | "cause" | "what" | "expected" | "found" | "at" | "do" | "driver";
  readonly text: string;
}

/**
 * What to do next, for someone whose provider is under construction: in the first milestone with something open, what failed;
 * then what most checks wait for; then what is not declared yet. Undefined when nothing required is open.
 */
export function nextStep(result: RunResult, requirements: readonly Requirement[]): NextStep | undefined {
  if (result.summary.outcome === "environment") {
    const { command = usualCommand } = result.run;
    return plain(`Next: run "${command} doctor" with the same options; it tries out the driver step by step`);
  }
  if (wasLeft(result)) {
    return plain(`Next: go on where you left, with what was not judged: ${rerunCommand(result.run, [])} --resume`);
  }
  if (result.cause !== null) return plain("Next: run again and let the run finish");
  const every = result.checks.filter(isOpen);
  const busy = every.filter(({ cause }) => cause?.code === machineBusy);
  if (busy.length > 0 && busy.length === every.length) {
    return plain(`Next: run again with --only-failed when this machine is less busy (${waiting(busy.length)})`);
  }
  const pressing = every.filter(
    ({ cause }) => cause === null || !(canWait.has(cause.code) || cause.code === machineBusy),
  );
  const open = pressing.length > 0 ? pressing : every;
  const found = open.map(milestone);
  const first = [...milestones.map(({ id }): string => id), ...found].find((id) => found.includes(id));
  if (first === undefined) return undefined;
  const here = open.filter((check) => milestone(check) === first);
  const group = obstacle(here, open);
  const failed = culprit(here, group, open);
  if (failed !== undefined) return failure(failed, open, requirements);
  if (group === undefined) return plain(`Next, in ${first}: ${absence(here, open)}`);
  const { cause, results } = group;
  return {
    sentence: `Next, in ${first}: ${cause.message} (${waiting(results.length)})`,
    details: causeDetails(cause).filter(({ name }) => name !== "cause"),
  };
}

/** By the person who was the driver. */
function wasLeft({ run, cause, checks }: RunResult): boolean {
  return run.byHand === true && (cause !== null || checks.some((check) => check.cause?.code === "left"));
}

function plain(sentence: string): NextStep {
  return { sentence, details: [] };
}

/**
 * The failed check to begin with: one that failed for what holds up most others, in whatever milestone it is; else the first
 * that failed for a cause that is known; else the first.
 */
function culprit(
  here: readonly CheckResult[],
  blocking: { readonly cause: Cause } | undefined,
  everywhere: readonly CheckResult[],
): CheckResult | undefined {
  const failedIn = (checks: readonly CheckResult[]): readonly CheckResult[] =>
    divide(checks).tested.filter(({ verdict }) => verdict !== "could-not-run");
  const own = failedIn(here);
  const root = blocking && blocking.cause.entry !== undefined ? causeKey(blocking.cause) : undefined;
  const isRoot = ({ cause }: CheckResult): boolean => cause !== null && causeKey(cause) === root;
  return own.find(isRoot) ?? own[0] ?? failedIn(everywhere).find(isRoot);
}

function failure(check: CheckResult, open: readonly CheckResult[], requirements: readonly Requirement[]): NextStep {
  const { cause, hint, id, requirement } = check;
  const [finding] = check.findings;
  const known = cause?.entry === undefined ? null : cause;
  const waits = known === null ? 0 : open.filter((each) => isBlockedBy(each, known)).length;
  const rule = requirements.find((row) => row.id === requirement)?.sentence ?? "";
  const details: readonly Detail[] = [
    { name: "rule", text: rule },
    ...(known === null ? [] : causeDetails(known).filter(({ name }) => name === "cause")),
    ...(finding === undefined || known !== null ? [] : [{ name: "what", text: finding.what } as const]),
    { name: "expected", text: known?.expected ?? finding?.expected ?? "" },
    { name: "found", text: known?.found ?? finding?.actual ?? "" },
    { name: "at", text: known === null ? (finding?.at ?? "") : `frame ${known.entry ?? ""}` },
    { name: "do", text: hint },
    { name: "driver", text: cause?.said?.message ?? "" },
  ];
  return {
    sentence: `Next, in ${milestone(check)}: fix what ${id} found (${requirement}${waits === 0 ? "" : `; ${waiting(waits)}`})`,
    details: details.filter(({ text }) => text !== "").map(shortened),
    check,
  };
}

function isBlockedBy({ verdict, cause }: CheckResult, root: Cause): boolean {
  return verdict === "could-not-run" && cause !== null && causeKey(cause) === causeKey(root);
}

/** What the harness saw, then what the driver said. */
function causeDetails({ message, expected, found, entry, said }: Cause): readonly Detail[] {
  const details: readonly Detail[] = [
    { name: "cause", text: message },
    { name: "expected", text: expected ?? "" },
    { name: "found", text: found ?? "" },
    { name: "at", text: entry === undefined ? "" : `frame ${entry}` },
    { name: "driver", text: said?.message ?? "" },
  ];
  return details.filter(({ text }) => text !== "").map(shortened);
}

const longest: Readonly<Record<Detail["name"], number>> = {
  rule: 200,
  cause: 420,
  what: 100,
  expected: 160,
  found: 160,
  at: 60,
  do: 260,
  driver: 160,
};

function shortened({ name, text }: Detail): Detail {
  const line = oneLine(text);
  return { name, text: name === "do" ? wholeSentences(line, longest.do) : shorten(line, longest[name]) };
}

/** Half a sentence tells nobody what to do: the first always stays, the others as far as they fit. */
function wholeSentences(text: string, length: number): string {
  const [first = "", ...others] = text.split(/(?<=[.!?]) (?=[A-Z])/);
  let kept = first;
  for (const sentence of others) {
    if (kept.length + 1 + sentence.length > length) break;
    kept += ` ${sentence}`;
  }
  return kept;
}

/** Of the causes that keep checks of this milestone from running, the one that blocks most checks of the whole run. */
function obstacle(
  here: readonly CheckResult[],
  everywhere: readonly CheckResult[],
): ReturnType<typeof groupByCause>[number] | undefined {
  const isBlocked = ({ verdict }: CheckResult): boolean => verdict === "could-not-run";
  const local = new Set(groupByCause(here.filter(isBlocked)).map(({ cause }) => causeKey(cause)));
  return groupByCause(everywhere.filter(isBlocked)).find(({ cause }) => local.has(causeKey(cause)));
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
  return verdict === "fail" || (level === "MUST" && (verdict === "unstable" || verdict === "could-not-run"));
}
