import { providerLabel, timeSpent } from "../view/run-words.js";
import type { Requirement } from "../../harness/model/requirement.js";
import type { CheckResult, RunResult, Verdict } from "../../harness/model/result.js";
import { hang, oneLine, printable, wrap } from "../text/printable.js";
import { divide, groupByCause, groupByFinding, decidedOnRetry } from "../view/groups.js";
import { nextStep } from "../view/next-step.js";
import { modificationSentence, ownValuesSentence } from "../view/own-values.js";
import { readinessOf } from "../view/readiness.js";
import { countsOf, duration, outcomeWords, plural, verdictWords } from "../view/verdict-words.js";
import { findingBlock, undeclaredBlocks, whichOf } from "./blocks.js";
import { type ConsoleStyle, paintOf, verdictPaint } from "./style.js";

export interface SummaryStyle extends ConsoleStyle {
  /** Only what failed, and the outcome. */
  readonly quiet?: boolean;
}

/** The summary at the end of a run: what failed, by root cause; what was not judged, and why; outcome and counts. */
export function renderConsole(result: RunResult, requirements: readonly Requirement[], style: SummaryStyle): string {
  const known = new Map(requirements.map((row) => [row.id, row]));
  const having = (...verdicts: readonly Verdict[]): readonly CheckResult[] =>
    result.checks.filter((check) => verdicts.includes(check.verdict));
  const said = new Set<string>();
  const findings = (title: string, results: readonly CheckResult[]): string => {
    if (results.length === 0) return "";
    const { tested, undeclared } = divide(results);
    const blocks = groupByFinding(tested).map((group) => findingBlock(group, result.run, (id) => known.get(id), style));
    const lacks = undeclaredBlocks(undeclared, said, style).join("\n");
    for (const { capability } of undeclared) said.add(capability);
    return [heading(title, results.length, style), ...blocks, lacks].filter((block) => block !== "").join("\n\n");
  };
  const others = (): readonly string[] => [
    // What is broken stands nearest to the end that it can.
    causes("Decided on a retry", decidedOnRetry(result.checks), style),
    findings("Warnings", having("warn")),
    causes("Could not run", having("could-not-run"), style),
    causes("Not applicable", having("not-applicable"), style),
    causes("To be reviewed by a person", having("review"), style),
    answers(result.checks, style),
  ];
  const sections = [
    findings("Failed", having("fail", "unstable")),
    ...(style.quiet === true ? [] : others()),
    closing(result, requirements, style),
  ];
  return `\n${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

/** Verdicts of a run by hand that rest on more than the wire. */
function answers(checks: readonly CheckResult[], style: ConsoleStyle): string {
  const found = checks.filter(({ byHand }) => byHand === true);
  if (found.length === 0) return "";
  const which = hang("  ", found.map(({ id, verdict }) => `${id} (${verdictWords[verdict]})`).join(", "), style.width);
  return `${heading("Rest on a person's answer", found.length, style)}\n${which}`;
}

function heading(title: string, count: number, style: ConsoleStyle): string {
  return paintOf(style).bold(`${title} (${count})`);
}

function causes(title: string, results: readonly CheckResult[], style: ConsoleStyle): string {
  if (results.length === 0) return "";
  const paint = paintOf(style);
  const blocks = groupByCause(results).map(({ cause, results: blocked }) => {
    const said = cause.said === undefined ? "" : `; the driver says: ${printable(cause.said.message)}`;
    const at = cause.entry === undefined ? "" : `, frame ${cause.entry}`;
    const why = hang("  ", `${printable(cause.message)} [${oneLine(cause.code)}${at}]${said}`, style.width);
    return `${why}\n${paint.dim(hang("    ", `${plural(blocked.length, "check")}: ${whichOf(blocked)}`, style.width))}`;
  });
  return [heading(title, results.length, style), ...blocks].join("\n");
}

function closing(result: RunResult, requirements: readonly Requirement[], style: ConsoleStyle): string {
  const paint = paintOf(style);
  const { run, summary } = result;
  const colour = summary.outcome === "passed" ? paint.green : summary.outcome === "failed" ? paint.red : paint.yellow;
  const counts = countsOf(summary).map(({ verdict, count }) => {
    const text = `${count} ${verdictWords[verdict]}`;
    return { text, painted: count === 0 ? paint.dim(text) : verdictPaint(paint, verdict)(text) };
  });
  const about = [
    providerLabel(run),
    `profile ${run.profile.name} ${run.profile.version}`,
    `seed ${run.seed}`,
    duration(run.durationMs),
  ];
  return [
    colour(paint.bold(outcomeWords[summary.outcome])),
    ...rows(counts, style.width),
    ...wrap(oneLine(readinessOf(result, requirements).sentence), style.width),
    ...wrap(oneLine(modificationSentence(result) ?? ""), style.width).filter((line) => line !== ""),
    ...wrap(oneLine(about.join(" · ")), style.width).map(paint.dim),
    ...wrap(oneLine(ownValuesSentence(run.profile) ?? ""), style.width).filter((line) => line !== ""),
    ...timeLines(result.checks, style.width).map(paint.dim),
    ...nextLines(result, requirements, style),
  ].join("\n");
}

/** At the very end, because that is what a terminal shows, and a log of CI. */
function nextLines(result: RunResult, requirements: readonly Requirement[], style: ConsoleStyle): readonly string[] {
  const next = nextStep(result, requirements);
  if (next === undefined) return [];
  return [
    ...wrap(oneLine(next.sentence), style.width).map(paintOf(style).bold),
    ...next.details.map(({ name, text }) => hang(`  ${name.padEnd(10)}`, text, style.width)),
  ];
}

function timeLines(checks: readonly CheckResult[], width: number): readonly string[] {
  const { scenarios, slowest } = timeSpent(checks);
  if (scenarios === 0) return [];
  const each = slowest.map(({ scenario, ms }) => `${scenario} ${duration(ms)}`).join(", ");
  return wrap(oneLine(`${plural(scenarios, "scenario")}; slowest: ${each}`), width);
}

/** Items separated by commas, as many on a line as fit. Colour has no width. */
function rows(items: readonly { readonly text: string; readonly painted: string }[], width: number): readonly string[] {
  const lines: string[] = [];
  let [line, length] = ["", 0];
  for (const [index, { text, painted }] of items.entries()) {
    const comma = index === items.length - 1 ? "" : ",";
    const needed = text.length + comma.length + (line === "" ? 0 : 1);
    if (line !== "" && length + needed > width) {
      lines.push(line);
      [line, length] = ["", 0];
    }
    length += text.length + comma.length + (line === "" ? 0 : 1);
    line = `${line === "" ? "" : `${line} `}${painted}${comma}`;
  }
  return [...lines, line];
}
