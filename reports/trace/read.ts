import { reasonOf } from "../../core/coded-error.js";
import { entryKinds } from "../../core/entry-kinds.js";
import { isRecord } from "../../core/is-record.js";
import { excerpt, nestsDeeper } from "../../core/json.js";
import type { EntryKind, TraceEntry } from "../../harness/model/trace.js";
import { runProblem } from "../../harness/model/report-schema.js";
import { ReportError } from "../errors.js";
import { chainOf, traceEndSchema, type TraceHeader, traceSchema } from "./render.js";

/** `changed`: a line is not what the digest at the end was made of. `absent`: there is no digest, or the end is cut off. */
export type TraceIntegrity = "whole" | "changed" | "absent";

export interface StoredTrace {
  readonly header: TraceHeader;
  readonly entries: readonly TraceEntry[];
  readonly integrity: TraceIntegrity;
}

/** Characters; far above what a run of all checks writes. */
const maximumLength = 256 * 1024 * 1024;

/** The deepest stanza that the harness writes has 1,024 levels, and two of JSON for each. */
const maximumNesting = 4096;

/** The compiler refuses a kind of which there is no entry. */
const kinds: readonly EntryKind[] = entryKinds;

/**
 * Reads what `renderTrace` wrote. The frame of each entry (`seq`, `at`, `scenario`, `by`, `kind`) is checked; what is inside is
 * as trustworthy as the file.
 *
 * @param name Names the trace in messages.
 * @throws ReportError naming the line: `trace-too-large`, `trace-bad-header`, `trace-bad-line`.
 */
export function readTrace(text: string, name = "a trace"): StoredTrace {
  if (text.length > maximumLength) {
    const found = `found ${text.length} characters, wanted at most ${maximumLength}`;
    throw new ReportError("trace-too-large", `Reading ${name}: ${found}`);
  }
  const lines = text.split("\n");
  while (lines.length > 1 && (lines.at(-1) ?? "").trim() === "") lines.pop();
  const header = readHeader(lines[0] ?? "", name);
  const last = lines.at(-1) ?? "";
  const hasEnd = last.startsWith(`{"schema":"${traceEndSchema}"`);
  const entries: TraceEntry[] = [];
  for (const [index, line] of (hasEnd ? lines.slice(0, -1) : lines).entries()) {
    if (index === 0 || line === "" || line === "\r") continue;
    entries.push(readEntry(line, `line ${index + 1} of ${name}`, entries.at(-1)?.seq ?? 0));
  }
  return { header, entries, integrity: hasEnd ? integrityOf(lines, last) : "absent" };
}

/** Of the exact text: a line that means the same and is written otherwise has been changed, too. */
function integrityOf(lines: readonly string[], end: string): TraceIntegrity {
  const { entries, chain } = parse(end, () => ({}) as never);
  const own = lines.slice(0, -1);
  return entries === own.length - 1 && chain === chainOf(own) ? "whole" : "changed";
}

function readHeader(line: string, name: string): TraceHeader {
  const fail = (found: string): never => {
    const wanted = `wanted a header with schema "${traceSchema}"`;
    throw new ReportError("trace-bad-header", `Reading line 1 of ${name}: ${found}, ${wanted}`);
  };
  const header = parse(line, fail);
  if (header["schema"] !== traceSchema) fail(`found schema ${excerpt(header["schema"]) ?? "absent"}`);
  const problem = runProblem(header["run"]);
  if (problem !== undefined) fail(`found a run that is none: ${problem}`);
  if (!isRecord(header["profile"])) fail("found no profile");
  const cause = header["cause"];
  if (cause !== null && !isRecord(cause)) fail("found no cause (null where there was none)");
  const plan = header["plan"];
  const isPlanned = (row: unknown): boolean =>
    isRecord(row) && typeof row["id"] === "string" && typeof row["version"] === "number";
  if (!Array.isArray(plan) || !plan.every(isPlanned)) fail("found no plan of checks with versions");
  const { reference } = header;
  const isLines = (lines: unknown): boolean => Array.isArray(lines) && lines.every((one) => typeof one === "string");
  if (reference !== undefined && !(isRecord(reference) && Object.values(reference).every(isLines)))
    fail("found transcripts of the reference provider that are not lists of lines");
  // Schema and members were checked above.
  return header as unknown as TraceHeader;
}

function readEntry(line: string, place: string, previous: number): TraceEntry {
  const fail = (found: string): never => {
    throw new ReportError("trace-bad-line", `Reading ${place}: ${found}`);
  };
  const entry = parse(line, (found) => fail(`${found}, wanted one JSON object`));
  const { seq, at, scenario, by, kind } = entry;
  if (typeof kind !== "string" || !kinds.some((known) => known === kind)) {
    fail(`found kind ${excerpt(kind) ?? "absent"}, wanted one of ${kinds.join(", ")}`);
  }
  if (typeof seq !== "number" || !Number.isSafeInteger(seq) || seq <= previous) {
    fail(`found seq ${excerpt(seq) ?? "absent"}, wanted a whole number above ${previous}`);
  }
  if (typeof at !== "number" || typeof scenario !== "string")
    fail("found no at or no scenario, wanted a number and a text");
  if (by !== "provider" && by !== "harness") {
    fail(`found by ${excerpt(by) ?? "absent"}, wanted "provider" or "harness"`);
  }
  // Kind and frame were checked above; the documented trust in the rest begins here.
  return entry as unknown as TraceEntry;
}

type Fields = Readonly<Record<string, unknown>>;

function parse(line: string, fail: (found: string) => never): Fields {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return fail(`found text that is not JSON (${reasonOf(error)})`);
  }
  if (nestsDeeper(value, maximumNesting)) return fail(`found JSON that nests deeper than ${maximumNesting} levels`);
  return isRecord(value) ? value : fail("found JSON that is not an object");
}
