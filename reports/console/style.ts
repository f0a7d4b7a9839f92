import { styleText } from "node:util";
import type { Verdict } from "../../harness/model/result.js";

/** What a console can show. */
export interface ConsoleStyle {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
}

const styles = ["bold", "dim", "red", "green", "yellow", "cyan"] as const;

/** Styles by name; each returns its text as it is where colour is off. */
export type Paint = Readonly<Record<(typeof styles)[number], (text: string) => string>>;

export function paintOf({ colour }: Pick<ConsoleStyle, "colour">): Paint {
  const painted = styles.map((style) => [
    style,
    // The caller has decided; Node would ask whether stdout is a terminal.
    (text: string) => (colour ? styleText(style, text, { validateStream: false }) : text),
  ]);
  // One function for each of `styles`.
  return Object.fromEntries(painted) as Paint;
}

/** The colour of a verdict. The word says the same, so nothing is lost without colour. */
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
