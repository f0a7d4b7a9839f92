import type { Verdict } from "../../harness/model/result.js";

/** How a console wants its text. */
export interface ConsoleStyle {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
}

export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

export function paintOf(style: Pick<ConsoleStyle, "colour">): Paint {
  const sgr =
    (on: number, off: number) =>
    (text: string): string =>
      style.colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    red: sgr(31, 39),
    green: sgr(32, 39),
    yellow: sgr(33, 39),
    cyan: sgr(36, 39),
  };
}

/** The colour of a verdict; the word itself always says the same, so nothing is lost without colour. */
export function verdictPaint(paint: Paint, verdict: Verdict): (text: string) => string {
  switch (verdict) {
    case "pass":
      return paint.green;
    case "fail":
    case "unstable":
      return paint.red;
    case "warn":
    case "could-not-run":
    case "review":
      return paint.yellow;
    case "not-applicable":
      return paint.dim;
  }
}
