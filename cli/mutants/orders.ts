import type { MatrixRow } from "../../harness/mutation/matrix.js";

/** What a worker is asked for. */
export interface WorkOrder {
  readonly mutant: string;
  readonly selectors: readonly string[];
}

/** What it answers. */
export type WorkReport = { readonly row: MatrixRow } | { readonly failure: string };
