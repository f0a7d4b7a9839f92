import type { Annotation } from "../../core/annotation.js";
import { oneLine, shorten } from "../../reports/text/printable.js";
import type { DecodedPart } from "./kinds.js";

/** Of a run of bytes. Longer runs show their beginning. */
const shownBytes = 12;

/** One line for each run of bytes: offset, bytes, what they mean. The line at which reading stopped begins with `>`. */
export function explainPart({ title, bytes, annotations, problem }: DecodedPart, isText: boolean): string {
  const lines = annotations.map((each) => {
    const stopped = problem !== undefined && each.at <= problem.at && problem.at < each.at + Math.max(1, each.length);
    const place = `${stopped ? ">" : " "}${String(each.at).padStart(6)}`;
    const run = isText ? characters(bytes, each) : hex(bytes, each);
    return `${place}  ${run.padEnd(3 * shownBytes)} ${"  ".repeat(each.depth)}${oneLine(each.says)}`;
  });
  return [`${title}: ${bytes.length} ${isText ? "characters" : "bytes"}`, ...lines, ""].join("\n");
}

function hex(bytes: Uint8Array, { at, length }: Annotation): string {
  const shown = bytes.subarray(at, at + (length > shownBytes ? shownBytes - 1 : length));
  const digits = Array.from(shown, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
  return length > shownBytes ? `${digits} …` : digits;
}

function characters(bytes: Uint8Array, { at, length }: Annotation): string {
  return shorten(oneLine(Buffer.from(bytes.subarray(at, at + length)).toString("latin1")), 3 * shownBytes - 1);
}
