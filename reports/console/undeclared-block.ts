import { oneLine } from "../text/printable.js";
import { hang } from "../text/wrap.js";
import type { UndeclaredGroup } from "../view/undeclared.js";
import { plural, verdictWords } from "../view/verdict-words.js";
import { type ConsoleStyle, paintOf, verdictPaint } from "./style.js";
import { whichOf } from "./which.js";

/**
 * All that is to be said of mandatory capabilities that the provider does not declare.
 *
 * @param said Capabilities of which an earlier section has spoken; what else needs them is only counted.
 */
export function undeclaredBlocks(
  groups: readonly UndeclaredGroup[],
  said: ReadonlySet<string>,
  style: ConsoleStyle,
): readonly string[] {
  const again = groups.filter(({ capability }) => said.has(capability)).flatMap(({ results }) => results);
  const blocks = groups.filter(({ capability }) => !said.has(capability)).map((group) => block(group, style));
  const [first] = again;
  if (first === undefined) return blocks;
  const sentence = `${plural(again.length, "check")} that need${again.length === 1 ? "s" : ""} a capability named above`;
  return [...blocks, headed(first.verdict, sentence, style)];
}

function block({ capability, results }: UndeclaredGroup, style: ConsoleStyle): string {
  const sentence = `"${oneLine(capability)}" is not declared, and the profile makes it mandatory`;
  const which = hang("    ", `${plural(results.length, "check")}: ${whichOf(results)}`, style.width);
  return `${headed(results[0].verdict, sentence, style)}\n${paintOf(style).dim(which)}`;
}

function headed(verdict: UndeclaredGroup["results"][0]["verdict"], sentence: string, style: ConsoleStyle): string {
  const word = verdictWords[verdict].toUpperCase();
  return hang(`  ${word} `, sentence, style.width).replace(word, verdictPaint(paintOf(style), verdict)(word));
}
