import { readFileSync } from "node:fs";
import { suggestion } from "../../core/nearest.js";
import type { JsonSchema } from "../../harness/model/schema.js";
import { CliError } from "../errors.js";
import { judgeLocated, parseLocated } from "../input/located.js";
import { readText } from "../read-text.js";

/** One failure that is known, for a while. */
export interface BaselineEntry {
  readonly check: string;
  readonly reason: string;
  /** `YYYY-MM-DD`, the last day (UTC) on which it counts. */
  readonly expires: string;
  /** Part of the failure; failing in any other way is news. */
  readonly text?: string;
}

export interface Baseline {
  readonly baseline: 1;
  readonly expected: readonly BaselineEntry[];
}

/**
 * Reads a baseline, and holds its ids against the catalogue.
 *
 * @throws CliError `file-unreadable`, `input-malformed`, `input-invalid`; `baseline-unknown-check` (exit 6).
 */
export async function readBaseline(file: string, known: readonly string[]): Promise<Baseline> {
  const what = `the baseline "${file}"`;
  const located = parseLocated(await readText(file, "the baseline"), what);
  judgeLocated(located, schema(), what);
  // The schema describes Baseline exactly.
  const baseline = located.value as Baseline;
  for (const [index, { check }] of baseline.expected.entries()) {
    const place = `line ${located.lineOf(["expected", index, "check"])}: expected[${index}].check`;
    if (!known.includes(check)) {
      throw new CliError(
        "baseline-unknown-check",
        `Reading ${what}: ${place} is "${check}", wanted the id of a check${suggestion(check, known)}`,
      );
    }
    if (baseline.expected.findIndex((entry) => entry.check === check) < index) {
      throw new CliError("input-invalid", `Reading ${what}: ${place} is "${check}" for the second time`);
    }
  }
  return baseline;
}

function schema(): JsonSchema {
  const text = readFileSync(new URL("baseline.schema.json", import.meta.url), "utf8");
  // A file of ours.
  return JSON.parse(text) as JsonSchema;
}
