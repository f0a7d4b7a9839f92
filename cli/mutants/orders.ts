import type { MatrixRow } from "../../harness/mutation/matrix.js";
import type { Specimen } from "../../harness/mutation/specimen.js";
import type { Haste } from "./run-specimen.js";

/** One specimen and the ids of the checks to run it against. */
export interface Examination extends Specimen {
  readonly judges: readonly string[];
}

/** What a worker is asked for. */
export interface WorkOrder {
  /** Comes back with the report. */
  readonly order: number;
  readonly examination: Examination;
  readonly haste: Haste;
}

/** What it answers. */
export type WorkReport = { readonly order: number } & ({ readonly row: MatrixRow } | { readonly failure: string });
