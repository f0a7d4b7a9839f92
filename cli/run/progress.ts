import type { CheckResult, Verdict } from "../../harness/model/result.js";
import type { ProgressEvent } from "../../harness/runner/types.js";
// Not by way of reports/index.js: the other renderers are wanted at the end of a run.
import { judgedLine, type ProgressState, statusLine } from "../../reports/console/progress-line.js";
import { paintOf } from "../../reports/console/style.js";
import { oneLine } from "../../reports/text/printable.js";
import type { Terminal } from "../terminal.js";

export interface Progress {
  on(event: ProgressEvent): void;
  /** A line of the command's own, above the status line. */
  say(text: string): void;
  /** Takes the status line away. */
  close(): void;
}

const eraseLine = "\r\u001b[K";

/**
 * Shows a run while it is under way. A person at a terminal sees one status line that is rewritten, and above it what did
 * not pass; elsewhere every verdict gets a line, less those whose cause was told before: a provider that cannot be reached
 * is one line, and the list of what could not run stands at the end.
 */
export function progressOn(terminal: Terminal): Progress {
  const paint = paintOf(terminal);
  const counts: Partial<Record<Verdict, number>> = {};
  const told = new Set<string>();
  /** What the run did not come to any more is said by the summary, once. */
  let stopped = false;
  let state: ProgressState = { judged: 0, planned: 0, counts, scenario: "starting the provider" };

  function refresh(): void {
    if (terminal.live) terminal.write(eraseLine + statusLine(state, terminal));
  }

  function say(text: string): void {
    terminal.write(`${terminal.live ? eraseLine : ""}${text}\n`);
    refresh();
  }

  function isToldAgain(result: CheckResult): boolean {
    const { cause } = result;
    if (cause === null || isNews(result)) return false;
    const before = told.has(cause.message);
    told.add(cause.message);
    return before;
  }

  refresh();
  return {
    say,
    on(event) {
      switch (event.kind) {
        case "planned":
          state = { ...state, planned: event.checks };
          break;
        case "provider":
          say(
            paint.dim(
              oneLine(
                `Provider ${event.name} ${event.version}, declares ${event.capabilities.join(", ") || "nothing"}`,
              ),
            ),
          );
          break;
        case "scenario":
          state = { ...state, scenario: event.id };
          break;
        case "judged": {
          const { result } = event;
          const { verdict } = result;
          counts[verdict] = (counts[verdict] ?? 0) + 1;
          state = { ...state, judged: state.judged + 1 };
          const isShown = terminal.live ? isNews(result) : !isToldAgain(result);
          if (isShown && !stopped) say(judgedLine(result, terminal));
          break;
        }
        case "stopped":
          stopped = true;
          say(paint.yellow(oneLine(`Stopped: ${event.cause.message}`)));
          break;
      }
      refresh();
    },
    close() {
      if (terminal.live) terminal.write(eraseLine);
    },
  };
}

/** A pass is news when it took two drives. */
function isNews({ verdict, cause }: CheckResult): boolean {
  if (verdict === "pass") return cause !== null;
  return verdict === "fail" || verdict === "warn" || verdict === "unstable";
}
