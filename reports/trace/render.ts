import type { ReportInput } from "../report-input.js";
import { traceHeader } from "./header.js";

/** `trace.ndjson`: the header, then one entry per line. */
export function renderTrace({ result, entries, profile }: ReportInput): string {
  return `${[traceHeader(result, profile), ...entries].map((line) => JSON.stringify(line)).join("\n")}\n`;
}
