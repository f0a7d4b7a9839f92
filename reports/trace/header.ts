import type { RunInfo } from "../../harness/model/result.js";
import type { Cause, Json } from "../../harness/model/trace.js";
import type { Assumption, ReportInput } from "../report-input.js";

export const traceSchema = "interop-conformance/trace@1";

/** First line of `trace.ndjson`: with it, a trace can be judged and rendered again without anything else. */
export interface TraceHeader {
  readonly schema: typeof traceSchema;
  readonly run: RunInfo;
  /** What stopped the run as a whole. */
  readonly cause: Cause | null;
  /** The whole unwrapped profile. */
  readonly profile: Json;
  /** The checks of the run, in order. */
  readonly plan: readonly { readonly id: string; readonly version: number }[];
  /** Values of the profile that nobody has published. */
  readonly assumptions?: readonly Assumption[];
}

export function traceHeader({ result, profile, assumptions }: ReportInput): TraceHeader {
  const plan = result.checks.map(({ id, version }) => ({ id, version }));
  return {
    schema: traceSchema,
    run: result.run,
    cause: result.cause,
    profile,
    plan,
    ...(assumptions !== undefined && { assumptions }),
  };
}
