import { CodedError } from "../../core/coded-error.js";
import type { Check } from "../model/check.js";

export const selectorErrorCodes = ["unknown-selector"] as const;

export class SelectorError extends CodedError<(typeof selectorErrorCodes)[number]> {}

/**
 * The checks that the selectors name, in suite order; all of them when there is no selector. A selector is a check id, a
 * glob over check ids (`*` within a folder, `**` across), a folder, or a requirement id.
 * @throws SelectorError naming the selector that fits nothing, with the nearest ids.
 */
export function selectChecks(checks: readonly Check[], selectors: readonly string[]): readonly Check[] {
  if (selectors.length === 0) return checks;
  const chosen = new Set<Check>();
  for (const selector of selectors) {
    const fits = matcherOf(selector);
    const found = checks.filter((check) => fits(check));
    if (found.length === 0) throw new SelectorError("unknown-selector", unknownText(selector, checks));
    for (const check of found) chosen.add(check);
  }
  return checks.filter((check) => chosen.has(check));
}

function matcherOf(selector: string): (check: Check) => boolean {
  if (selector.includes("*")) {
    const pattern = new RegExp(`^${selector.split("**").map(withinFolder).join(".*")}$`);
    return (check) => pattern.test(check.id);
  }
  return (check) =>
    check.id === selector ||
    check.id.startsWith(`${selector.replace(/\/$/, "")}/`) ||
    check.requirement.toLowerCase() === selector.toLowerCase();
}

function withinFolder(part: string): string {
  return part
    .split("*")
    .map((literal) => literal.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join("[^/]*");
}

function unknownText(selector: string, checks: readonly Check[]): string {
  const near = nearest(
    selector,
    checks.flatMap((check) => [check.id, check.requirement]),
  );
  const guess = near.length === 0 ? "" : `; did you mean ${near.join(" or ")}?`;
  return `Cannot select "${selector}": no check id, glob, folder or requirement id fits${guess} ("interop list" prints all)`;
}

/** Up to three names that share most letter pairs with `word`. */
export function nearest(word: string, names: readonly string[]): readonly string[] {
  const wanted = pairs(word);
  return [...new Set(names)]
    .map((name) => ({ name, shared: similarity(wanted, pairs(name)) }))
    .filter(({ shared }) => shared > 0.4)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 3)
    .map(({ name }) => name);
}

function pairs(word: string): ReadonlySet<string> {
  const letters = word.toLowerCase();
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)));
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / Math.max(1, a.size + b.size);
}
