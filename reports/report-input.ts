import type { FieldReport, Requirement } from "../harness/model/requirement.js";
import type { RunResult } from "../harness/model/result.js";
import type { Reference } from "./compare/reference.js";
import type { Promises } from "./view/lookalikes.js";
import type { Json, TraceEntry } from "../harness/model/trace.js";

/** A value of the profile that is not published. A verdict that rests on it is no better founded. */
export interface Assumption {
  /** JSON pointer into the profile. */
  readonly field: string;
  readonly source: string;
}

/** Everything that a renderer may use. Renderers are pure: the same input gives the same text. */
export interface ReportInput {
  readonly result: RunResult;
  /** The whole catalogue, so that a report can name what was not tested. */
  readonly requirements: readonly Requirement[];
  readonly entries: readonly TraceEntry[];
  /** The unwrapped profile of the run. */
  readonly profile: Json;
  readonly assumptions?: readonly Assumption[];
  /** The reference provider's transcripts of scenarios that did not pass; absent where the build has none. */
  readonly reference?: Reference | undefined;
  /** Public reports of the faults that the checks catch. */
  readonly fieldReports?: readonly FieldReport[];
  /** What the checks find in mutants, for a guess at what is broken here. */
  readonly promises?: readonly Promises[];
}
