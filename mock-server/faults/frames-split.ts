import { defineFault } from "./fault.js";
import { integer } from "./parameters.js";

/** Limits what a large stanza costs in messages. */
const mostPieces = 256;

function cut(frame: Uint8Array, bytes: number): Uint8Array[] {
  const step = Math.max(bytes, Math.ceil(frame.length / mostPieces));
  const pieces = [frame.subarray(0, 1)];
  for (let at = 1; at < frame.length; at += step) pieces.push(frame.subarray(at, at + step));
  return pieces;
}

export const framesSplit = defineFault({
  id: "frames-split",
  sentence: "Cuts every frame of a turn over many WebSocket messages, the first of one byte",
  hook: "writes",
  params: { bytes: integer(1, 65_535, 16) },
  effect: (writes, { bytes }) => writes.flatMap((frame) => cut(frame, bytes)),
});
