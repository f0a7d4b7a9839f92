import { readFileSync } from "node:fs";
import { type CheckResult, scenarioOf } from "../../harness/model/result.js";
import type { TraceEntry } from "../../harness/model/trace.js";
import { type Shape, shapeFrom } from "./shape.js";

/** What the reference provider did, by scenario: one line for each shape. */
export type Reference = Readonly<Record<string, readonly string[]>>;

/**
 * What the reference provider did in the scenarios that a report shows beside its own. It becomes part of the trace, because
 * two builds differ in it, and a report must follow from its trace alone. Undefined in a build without transcripts:
 * scripts/generate-reference.js, a part of `npm run build:package`, writes them.
 */
export function referenceFor(checks: readonly CheckResult[], entries: readonly TraceEntry[]): Reference | undefined {
  const stored = transcripts();
  if (stored === undefined) return undefined;
  const recorded = new Set(entries.map(({ scenario }) => scenario));
  const wanted = checks.filter((check) => isCompared(check) && recorded.has(check.scenario));
  const ids = [...new Set(wanted.map(({ scenario }) => scenarioOf(scenario)))];
  return Object.fromEntries(ids.flatMap((id) => (stored[id] === undefined ? [] : [[id, stored[id]]])));
}

/** Whether a report shows the scenario of this check beside the reference provider's. */
export function isCompared({ verdict, findings, cause }: CheckResult): boolean {
  return verdict !== "pass" && (findings.length > 0 || cause !== null);
}

/** The shapes of one scenario; undefined where the reference provider's transcript is not known. */
export function referenceShapes(reference: Reference, scenario: string): readonly Shape[] | undefined {
  const id = scenarioOf(scenario);
  // A trace may come from anyone: "constructor" is no scenario.
  const lines = Object.hasOwn(reference, id) ? reference[id] : undefined;
  return lines?.map(shapeFrom);
}

let known: Reference | undefined;

function transcripts(): Reference | undefined {
  try {
    // A file of ours.
    known ??= JSON.parse(readFileSync(new URL("transcripts.json", import.meta.url), "utf8")) as Reference;
    return known;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw thrown;
  }
}
