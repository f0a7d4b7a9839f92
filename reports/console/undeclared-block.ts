import { oneLine } from "../text/printable.js";
import { hang } from "../text/wrap.js";
import type { UndeclaredGroup } from "../view/undeclared.js";
import { plural, verdictWords } from "../view/verdict-words.js";
import { type ConsoleStyle, paintOf, verdictPaint } from "./style.js";
import { whichOf } from "./which.js";

/** All that is to be said of a mandatory capability that the provider does not declare. */
export function undeclaredBlock({ capability, results }: UndeclaredGroup, style: ConsoleStyle): string {
  const paint = paintOf(style);
  const [{ verdict }] = results;
  const word = verdictWords[verdict].toUpperCase();
  const sentence = `"${oneLine(capability)}" is not declared, and the profile makes it mandatory`;
  const why = hang(`  ${word} `, sentence, style.width).replace(word, verdictPaint(paint, verdict)(word));
  return `${why}\n${paint.dim(hang("    ", `${plural(results.length, "check")}: ${whichOf(results)}`, style.width))}`;
}
