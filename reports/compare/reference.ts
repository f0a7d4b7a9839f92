import { readFileSync } from "node:fs";
import { scenarioOf } from "../../harness/model/result.js";
import type { Shape } from "./shape.js";

let stored: ReadonlyMap<string, readonly Shape[]> | undefined;

/** What the reference provider did in `scenario`, from a stored run; undefined for scenarios that are not stored. */
export function referenceTranscript(scenario: string): readonly Shape[] | undefined {
  stored ??= read();
  return stored.get(scenarioOf(scenario));
}

/** Written by scripts/generate-reference.js: for each scenario, `who: what` lines. */
function read(): ReadonlyMap<string, readonly Shape[]> {
  const text = readFileSync(new URL("../reference/transcripts.json", import.meta.url), "utf8");
  // A file of ours.
  const scenarios = Object.entries(JSON.parse(text) as Readonly<Record<string, readonly string[]>>);
  return new Map(scenarios.map(([scenario, lines]) => [scenario, lines.map(shapeFrom)]));
}

function shapeFrom(line: string): Shape {
  const at = line.indexOf(": ");
  return { who: line.slice(0, at), what: line.slice(at + 2) };
}
