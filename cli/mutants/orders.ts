import type { Haste } from "./run-mutant.js";
import type { MatrixRow } from "../../harness/mutation/matrix.js";

/** What a worker is asked for. */
export interface WorkOrder {
  readonly mutant: string;
  readonly selectors: readonly string[];
  readonly haste: Haste;
}

/** What it answers. */
export type WorkReport = { readonly row: MatrixRow } | { readonly failure: string };
