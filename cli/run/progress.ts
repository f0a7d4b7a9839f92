import type { CheckResult, Verdict } from "../../harness/model/result.js";
import type { ProgressEvent } from "../../harness/runner/types.js";
// Not through reports/index.js: it loads all renderers, which a run needs only at its end.
import { judgedLine, type ProgressState, repeatedLine, statusLine } from "../../reports/console/progress-line.js";
import { causeKey } from "../../reports/view/groups.js";
import { paintOf } from "../../reports/console/style.js";
import { oneLine } from "../../reports/text/printable.js";
import type { Terminal } from "../terminal.js";

export interface Progress {
  on(event: ProgressEvent): void;
  /** Prints a line above the status line. */
  say(text: string): void;
  /** Removes the status line. */
  close(): void;
}

const eraseLine = "\r\u001b[K";

/**
 * Shows the progress of a run. On a terminal, one status line is rewritten, and the checks that did not pass appear above it.
 * Elsewhere every verdict gets a line, except that checks which were not judged for the same reason share one: the first
 * stands there, and the others are counted at the end.
 */
export function progressOn(terminal: Terminal): Progress {
  const paint = paintOf(terminal);
  const counts: Partial<Record<Verdict, number>> = {};
  /** The first result for each reason, and how many followed. */
  const shownCauses = new Map<string, { readonly first: CheckResult; more: number }>();
  /** After that, the summary lists what the run did not reach. */
  let stopped = false;
  let state: ProgressState = { judged: 0, planned: 0, counts, scenario: "starting the provider" };

  function refresh(): void {
    if (terminal.live)
      terminal.write(eraseLine + statusLine(state, { ...terminal, width: terminal.columns ?? terminal.width }));
  }

  function say(text: string): void {
    terminal.write(`${terminal.live ? eraseLine : ""}${text}\n`);
    refresh();
  }

  function repeatsCause(result: CheckResult): boolean {
    const { cause } = result;
    if (cause === null || isNews(result)) return false;
    const key = causeKey(cause);
    const shown = shownCauses.get(key);
    if (shown === undefined) shownCauses.set(key, { first: result, more: 0 });
    else shown.more += 1;
    return shown !== undefined;
  }

  function countRepeated(): void {
    for (const { first, more } of shownCauses.values()) {
      if (more > 0) say(paint.dim(repeatedLine(first, more, terminal)));
    }
    shownCauses.clear();
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
          const isShown = terminal.live ? isNews(result) : !repeatsCause(result);
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
      countRepeated();
      if (terminal.live) terminal.write(eraseLine);
    },
  };
}

/** A pass is news when a retry decided it. */
function isNews({ verdict, cause }: CheckResult): boolean {
  if (verdict === "pass") return cause !== null;
  return verdict === "fail" || verdict === "warn" || verdict === "unstable";
}
