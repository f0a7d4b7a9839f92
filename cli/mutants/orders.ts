import type { MatrixRow } from "../../harness/mutation/matrix.js";
import type { Specimen } from "../../harness/mutation/specimen.js";
import type { BuiltInProfile } from "../../profiles/built-in.js";

/** One specimen, where it lives, and the ids of the checks to run it against. */
export interface Examination extends Specimen {
  readonly profile: BuiltInProfile;
  /** Each part is run by itself; checks that share an exchange are in one. */
  readonly parts: readonly (readonly string[])[];
}

/** What is run at one go. */
export type Part = Omit<Examination, "parts"> & { readonly judges: readonly string[] };

export interface Haste {
  /** With patience for a busy machine. */
  readonly unhurried?: boolean;
}

/** What a worker is asked for. */
export interface WorkOrder {
  /** Comes back with the report. */
  readonly order: number;
  readonly part: Part;
  readonly haste: Haste;
}

/** What it answers. */
export type WorkReport = { readonly order: number } & ({ readonly row: MatrixRow } | { readonly failure: string });
