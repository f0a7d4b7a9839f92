import type { MatrixRow, Specimen } from "../../harness/mutation/matrix.js";
import type { Haste } from "./run-specimen.js";

/** One specimen and the ids of the checks to run it against. */
export interface Examination extends Specimen {
  readonly judges: readonly string[];
}

/** What a worker is asked for. */
export interface WorkOrder {
  readonly examination: Examination;
  readonly haste: Haste;
}

/** What it answers. */
export type WorkReport = { readonly row: MatrixRow } | { readonly failure: string };
