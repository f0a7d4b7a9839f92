import type { TraceEntry } from "../../harness/model/trace.js";

/** What an object, a field or a number costs, roughly; the bound on memory need not be exact. */
const perValue = 16;

/** Approximate bytes that an entry keeps alive. Linear in the entry, and much cheaper than writing it as JSON. */
export function sizeOf(entry: TraceEntry): number {
  return weigh(entry);
}

function weigh(value: unknown): number {
  if (typeof value === "string") return perValue + value.length;
  if (typeof value !== "object" || value === null) return perValue;
  let sum = perValue;
  if (Array.isArray(value)) for (const element of value) sum += weigh(element);
  else for (const name in value) sum += weigh((value as Readonly<Record<string, unknown>>)[name]);
  return sum;
}
