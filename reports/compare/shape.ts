import type { TraceEntry } from "../../harness/model/trace.js";
import { entryWords } from "../../harness/model/words/entry.js";
import { shorten } from "../text/printable.js";
import { valuesOf } from "./values.js";
import { matters } from "../view/entry-matters.js";

/** What two runs of the same scenario have in common: who did what, without ids, keys, addresses and times. */
export interface Shape {
  readonly who: string;
  readonly what: string;
  /** What is inside, as `valuesOf` gives it. */
  readonly values?: readonly string[];
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
      return { seq: entry.seq, who, what: shorten(what, 200), values: valuesOf(entry) };
    });
}

/** A shape as a line of a stored transcript: `who: what`, then its values. */
export function lineOf({ who, what, values = [] }: Shape): string {
  return [`${who}: ${what}`, ...values].join("\t");
}

export function shapeFrom(line: string): Shape {
  const [head = "", ...values] = line.split("\t");
  const at = head.indexOf(": ");
  return { who: head.slice(0, at), what: head.slice(at + 2), values };
}
