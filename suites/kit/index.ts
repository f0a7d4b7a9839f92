/** What the files of suites need, in one import. */
import type { CheckSpec } from "../../harness/checks/check.js";
import type { TraceEntry } from "../../harness/model/trace.js";

export { type Check, check, scenario, type DriveContext } from "../../harness/checks/check.js";
export type { EntryOf, Json, StanzaEntry, TraceEntry, TraceNode, TraceToken } from "../../harness/model/trace.js";
export { bytesIn, childOf, childrenOf } from "../../harness/trace/stanza-query.js";
export type { Trace } from "../../harness/trace/trace.js";

/**
 * A family is a function that makes checks which differ in few values: it drives, proves that the provider was reached
 * and judges. Each check is a row of it, in a file of its own, and states what is left.
 */
export type CheckRow = Omit<CheckSpec<TraceEntry>, "scenario" | "drive" | "slow" | "reached" | "judge">;

/** A row of a family that has one finding: all mutants are killed for that finding, so the row only names them. */
export type OneFindingRow = Omit<CheckRow, "mutants"> & { readonly mutants: readonly string[] };

/** The mutants of such a row, each with the finding that kills it. */
export function killedFor(
  finding: string,
  { mutants }: Pick<OneFindingRow, "mutants">,
): Readonly<Record<string, string>> {
  return Object.fromEntries(mutants.map((id) => [id, finding]));
}
