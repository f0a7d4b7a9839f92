import type { TraceEntry } from "../../harness/model/trace.js";

/**
 * Whether a transcript shows the entry. The start and the end of a scenario matter only when it was stopped, and an empty
 * answer of the driver does not.
 */
export function matters(entry: TraceEntry): boolean {
  if (entry.kind === "scenario") return entry.blocked !== undefined;
  if (entry.kind !== "driver" || entry.part === "request" || entry.error !== undefined) return true;
  const { result } = entry;
  return typeof result !== "object" || result === null || Object.keys(result).length > 0;
}
