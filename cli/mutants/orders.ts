import type { MessagePort } from "node:worker_threads";
import type { MatrixRow } from "../../harness/mutation/matrix.js";
import type { Specimen } from "../../harness/mutation/specimen.js";
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

/** How it is asked. */
export interface WorkMessage {
  readonly order: WorkOrder;
  /** One report is wanted here. */
  readonly answerTo: MessagePort;
}

/** What it answers. */
export type WorkReport = { readonly row: MatrixRow } | { readonly failure: string };
