import type { Verdict } from "../../harness/model/result.js";
import { paintOf, verdictPaint } from "../../reports/console/style.js";
import { oneLine } from "../../reports/text/printable.js";
import type { Terminal } from "../terminal.js";
import type { Progress } from "./progress.js";

const marks: Readonly<Record<Verdict, string>> = {
  pass: ".",
  fail: "F",
  unstable: "U",
  warn: "W",
  "could-not-run": "?",
  "not-applicable": "-",
  review: "R",
};

/** `--reporter dot`: a character for each check, as wide as the terminal. */
export function dotsOn(terminal: Terminal): Progress {
  const paint = paintOf(terminal);
  let at = 0;
  let isStopped = false;

  function endLine(): void {
    if (at > 0) terminal.write("\n");
    at = 0;
  }

  function say(text: string): void {
    endLine();
    terminal.write(`${text}\n`);
  }

  return {
    say,
    on(event) {
      if (event.kind === "stopped") {
        // The summary lists what the run did not reach.
        isStopped = true;
        say(paint.yellow(oneLine(`Stopped: ${event.cause.message}`)));
      }
      if (event.kind !== "judged" || isStopped) return;
      const { verdict } = event.result;
      terminal.write(verdictPaint(paint, verdict)(marks[verdict]));
      at += 1;
      if (at >= (terminal.columns ?? terminal.width)) endLine();
    },
    close: endLine,
  };
}

/** `--quiet`: only why a run stopped. */
export function silenceOn(terminal: Terminal): Progress {
  const say = (text: string): void => terminal.write(`${text}\n`);
  return {
    say,
    on(event) {
      if (event.kind === "stopped") say(oneLine(`Stopped: ${event.cause.message}`));
    },
    close: () => undefined,
  };
}
