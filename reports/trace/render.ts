import type { ReportInput } from "../report-input.js";
import { chainOf, type TraceEnd, traceEndSchema } from "./chain.js";
import { traceHeader } from "./header.js";

/** `trace.ndjson`: the header, one entry per line, and the digest of it all. */
export function renderTrace(input: ReportInput): string {
  const lines = [traceHeader(input), ...input.entries].map((line) => JSON.stringify(line));
  const end: TraceEnd = { schema: traceEndSchema, entries: input.entries.length, chain: chainOf(lines) };
  return `${[...lines, JSON.stringify(end)].join("\n")}\n`;
}
