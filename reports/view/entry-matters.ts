import type { TraceEntry } from "../../harness/model/trace.js";

/** Begin and end of a scenario say nothing unless it was stopped; empty answers of the driver say nothing at all. */
export function matters(entry: TraceEntry): boolean {
  if (entry.kind === "scenario") return entry.blocked !== undefined;
  return !(entry.kind === "driver" && entry.part === "response" && entry.error === undefined && isEmpty(entry.result));
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
