import { CodedError } from "../../core/coded-error.js";
import { suggestion } from "../../core/nearest.js";
import type { Check, Scenario } from "./check.js";

export const selectorErrorCodes = ["unknown-selector"] as const;

export class SelectorError extends CodedError<(typeof selectorErrorCodes)[number]> {}

/**
 * The checks that the selectors name, in suite order; all of them when there is no selector. A selector is a check id, a
 * glob over check ids (`*` within a folder, `**` across), a folder, or a requirement id.
 *
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
  const names = checks.flatMap(({ id, requirement }) => [id, id.slice(0, id.lastIndexOf("/")), requirement]);
  return `Cannot select "${selector}": no check id, glob, folder or requirement id fits${suggestion(selector, names)} ("interop list" prints all)`;
}

/** A scenario to run, and the checks that judge it. */
export interface PlannedScenario {
  readonly scenario: Scenario;
  readonly checks: readonly Check[];
}

/** Groups checks by the scenario that they share, in the order of the suites. */
export function planScenarios(checks: readonly Check[]): readonly PlannedScenario[] {
  const planned = new Map<string, { scenario: Scenario; checks: Check[] }>();
  for (const check of checks) {
    const { scenario } = check;
    const known = planned.get(scenario.id) ?? { scenario, checks: [] };
    known.checks.push(check);
    planned.set(scenario.id, known);
  }
  return [...planned.values()];
}
