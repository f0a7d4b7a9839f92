import type { CheckResult, Verdict } from "../../harness/model/result.js";
import { oneLine, shorten } from "../text/printable.js";
import { plural, verdictWords } from "../view/verdict-words.js";
import { type ConsoleStyle, paintOf, verdictPaint } from "./style.js";

/** One judged check on one line, for example "fail            m2-channel/ping  M2-05  ping interval: …". */
export function judgedLine(result: CheckResult, style: ConsoleStyle): string {
  const paint = paintOf(style);
  const word = verdictWords[result.verdict].padEnd(15);
  const head = `${result.id}  ${result.requirement}`;
  const why = reasonOf(result);
  const room = style.width - word.length - head.length - 2;
  const tail = why === "" || room < 20 ? "" : `  ${shorten(why, room)}`;
  return `${verdictPaint(paint, result.verdict)(word)}${result.id}  ${paint.dim(result.requirement)}${paint.dim(tail)}`;
}

/** "could not run   and 12 more checks: …", for results with the reason of one that had a line. */
export function repeatedLine(first: CheckResult, more: number, { width }: ConsoleStyle): string {
  const head = `${verdictWords[first.verdict].padEnd(15)}and ${plural(more, "more check")}: `;
  return `${head}${shorten(oneLine(first.cause?.message ?? ""), Math.max(20, width - head.length))}`;
}

/** Counts while a run is under way. */
export interface ProgressState {
  readonly judged: number;
  readonly planned: number;
  readonly counts: Readonly<Partial<Record<Verdict, number>>>;
  /** Scenario that is being driven. */
  readonly scenario: string;
}

/** The line that a terminal keeps rewriting; never wider than the terminal, so that it can be erased. */
export function statusLine(state: ProgressState, style: ConsoleStyle): string {
  const paint = paintOf(style);
  const cells = 20;
  const filled = state.planned === 0 ? 0 : Math.round((cells * state.judged) / state.planned);
  const bar = "━".repeat(filled) + "╌".repeat(cells - filled);
  const numbers = `${state.judged}/${state.planned}`;
  const failed = (state.counts.fail ?? 0) + (state.counts.unstable ?? 0);
  const failures = failed === 0 ? "" : `  ${failed} failed`;
  const room = style.width - 1 - cells - 1 - numbers.length - failures.length - 2;
  if (room < 8) return shorten(`${numbers}${failures}`, Math.max(1, style.width - 1));
  const scenario = shorten(oneLine(state.scenario), room);
  return `${paint.cyan(bar)} ${numbers}${paint.red(failures)}  ${paint.dim(scenario)}`;
}

function reasonOf(result: CheckResult): string {
  const [first] = result.findings;
  const { cause } = result;
  if (cause !== null && (first === undefined || cause.entry !== undefined || result.verdict === "unstable"))
    return oneLine(cause.message);
  return first === undefined ? "" : oneLine(`${first.what}: expected ${first.expected}, found ${first.actual}`);
}
