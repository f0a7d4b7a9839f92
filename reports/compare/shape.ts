import type { TraceEntry } from "../../harness/model/trace.js";
import { entryWords } from "../../harness/model/words/entry.js";
import { shorten } from "../text/printable.js";
import { matters } from "../view/entry-matters.js";

/** What two runs of the same scenario have in common: who did what, without ids, keys, addresses and times. */
export interface Shape {
  readonly who: string;
  readonly what: string;
}

export interface ShapedEntry extends Shape {
  readonly seq: number;
}

/** The shapes of the entries of one scenario, in order. */
export function shapesOf(entries: readonly TraceEntry[]): readonly ShapedEntry[] {
  return entries
    .filter((entry) => matters(entry) && entry.kind !== "clock")
    .map((entry) => {
      const { who, what } = entryWords(entry);
      return { seq: entry.seq, who, what: shorten(what, 200) };
    });
}
