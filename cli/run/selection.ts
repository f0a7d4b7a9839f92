import { InvalidArgumentError } from "commander";
import type { Check } from "../../harness/checks/check.js";
import type { Level, Requirement } from "../../harness/model/requirement.js";
import { catalogueRows } from "../catalogue.js";
import { CliError } from "../errors.js";

/** What narrows a selection of checks. */
export interface Narrowing {
  readonly grep?: RegExp;
  readonly level?: Level;
}

/** Reads `--grep`, for commander. As in Playwright, upper and lower case are the same. */
export function pattern(text: string): RegExp {
  try {
    return new RegExp(text, "i");
  } catch {
    throw new InvalidArgumentError("Wanted a regular expression.");
  }
}

/** How many failures end a run, for commander; alone, `--bail` means the first. */
export function failures(text: string): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (number >= 1) return number;
  throw new InvalidArgumentError("Wanted a whole number of failures from 1.");
}

/**
 * The checks whose id, requirement or sentence fits `grep`, and whose requirement has the level.
 *
 * @throws CliError `bad-option-value` when none is left: a pipeline that tests nothing must not be green.
 */
export function narrowed(
  checks: readonly Check[],
  requirements: readonly Requirement[],
  { grep, level }: Narrowing,
): readonly Check[] {
  if (grep === undefined && level === undefined) return checks;
  const found = catalogueRows(checks, requirements)
    .filter(({ requirement }) => level === undefined || requirement.level === level)
    .filter(
      ({ check, requirement }) =>
        grep === undefined || [check.id, requirement.id, requirement.sentence].some((text) => grep.test(text)),
    )
    .map(({ check }) => check);
  if (found.length > 0 || checks.length === 0) return found;
  const asked = [...(grep === undefined ? [] : [`--grep ${grep.source}`]), ...(level ? [`--level ${level}`] : [])];
  throw new CliError(
    "bad-option-value",
    `Selecting checks by ${asked.join(" and ")}: found none of ${checks.length}; "interop list" prints all with their levels`,
  );
}
