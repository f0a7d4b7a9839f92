import { hash } from "node:crypto";
import type { RunInfo } from "../../harness/model/result.js";
import type { Cause, Json } from "../../harness/model/trace.js";
import type { Reference } from "../compare/reference.js";
import type { Assumption, ReportInput } from "../report-input.js";

/** `trace.ndjson`: the header, one entry per line, and a digest of all lines. */
export function renderTrace(input: ReportInput): string {
  const lines = [traceHeader(input), ...input.entries].map((line) => JSON.stringify(line));
  const end: TraceEnd = { schema: traceEndSchema, entries: input.entries.length, chain: chainOf(lines) };
  return `${[...lines, JSON.stringify(end)].join("\n")}\n`;
}

export const traceSchema = "interop-conformance/trace@1";

/** First line of `trace.ndjson`: all that judging and rendering a run again needs, in addition to the entries. */
export interface TraceHeader {
  readonly schema: typeof traceSchema;
  readonly run: RunInfo;
  /** What stopped the run as a whole. */
  readonly cause: Cause | null;
  /** The whole unwrapped profile. */
  readonly profile: Json;
  /** The checks of the run, in order. */
  readonly plan: readonly { readonly id: string; readonly version: number }[];
  /** Values of the profile that are not published. */
  readonly assumptions?: readonly Assumption[];
  /** The reference provider's transcripts of scenarios that did not pass. */
  readonly reference?: Reference;
}

function traceHeader({ result, profile, assumptions, reference }: ReportInput): TraceHeader {
  const plan = result.checks.map(({ id, version }) => ({ id, version }));
  return {
    schema: traceSchema,
    run: result.run,
    cause: result.cause,
    profile,
    plan,
    ...(assumptions !== undefined && { assumptions }),
    ...(reference !== undefined && { reference }),
  };
}

export const traceEndSchema = "interop-conformance/trace-end@1";

/** Last line of `trace.ndjson`: shows whether a line was changed, added, moved or lost. */
interface TraceEnd {
  readonly schema: typeof traceEndSchema;
  /** Lines between header and end. */
  readonly entries: number;
  /** `chainOf` the header and the entries. */
  readonly chain: string;
}

/** SHA-256 over each line and the digest of all lines before it, hex. The first digest covers the header alone. */
export function chainOf(lines: Iterable<string>): string {
  let digest: Buffer = Buffer.alloc(0);
  for (const line of lines) digest = hash("sha256", Buffer.concat([digest, Buffer.from(line)]), "buffer");
  return digest.toString("hex");
}
