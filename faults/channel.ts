import { concat } from "../core/bytes.js";
import { fault, faultTable } from "./fault.js";
import { integer } from "./parameters.js";
import { flipLastByte, withAttribute } from "./stanza-edits.js";

const emptyFrame = Uint8Array.of(0, 0, 0);
/** Limits how many WebSocket messages a large stanza becomes. */
const mostPieces = 256;

/** What the chat server can do wrong with frames after a login, and with the pings that keep a connection alive. */
export const channelFaults = faultTable({
  "frame-tampered": fault({
    sentence: "Flips one bit of an encrypted frame",
    hook: "frame",
    effect: flipLastByte,
  }),
  "frame-repeated": fault({
    sentence: "Writes the last frame of a turn twice, as in a replay attack",
    hook: "writes",
    effect: (writes) => [...writes, ...writes.slice(-1)],
  }),
  "frame-empty": fault({
    sentence: "Writes a frame of length zero before the frames of a turn",
    hook: "writes",
    effect: (writes) => [emptyFrame, ...writes],
  }),
  "frames-swapped": fault({
    sentence: "Writes the frames of a turn in reverse order",
    hook: "writes",
    fits: (writes) => writes.length > 1,
    effect: (writes) => [...writes].reverse(),
  }),
  "frames-split": fault({
    sentence: "Splits each frame of a turn into many WebSocket messages, the first of one byte",
    hook: "writes",
    params: { bytes: integer(1, 65_535, 16) },
    effect: (writes, { bytes }) => writes.flatMap((frame) => split(frame, bytes)),
  }),
  "frames-coalesced": fault({
    sentence: "Writes all frames of a turn as one WebSocket message",
    hook: "writes",
    fits: (writes) => writes.length > 1,
    effect: (writes) => [concat(...writes)],
  }),
  "frames-compressed": fault({
    sentence: "Compresses a stanza",
    hook: "compression",
    effect: () => true,
  }),
  "ping-unanswered": fault({
    sentence: "Does not answer a keep-alive ping",
    hook: "ping-answer",
    fits: (answer) => answer !== undefined,
    effect: () => undefined,
  }),
  "ping-wrong-id": fault({
    sentence: "Answers a keep-alive ping with an id that the client did not use",
    hook: "ping-answer",
    fits: (answer) => answer !== undefined,
    effect: (answer) => answer && withAttribute(answer, "id", `not-${answer.attrs["id"] ?? ""}`),
  }),
});

function split(frame: Uint8Array, bytes: number): Uint8Array[] {
  const step = Math.max(bytes, Math.ceil(frame.length / mostPieces));
  const pieces = [frame.subarray(0, 1)];
  for (let at = 1; at < frame.length; at += step) pieces.push(frame.subarray(at, at + step));
  return pieces;
}
