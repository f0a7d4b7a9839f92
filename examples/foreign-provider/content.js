import { randomInt } from "node:crypto";
import { Failure } from "./failure.js";
import { fileIn } from "./media.js";
import { decode, encode } from "./wire.js";

const mostPadding = 16;
const wrappers = [
  "viewOnceMessage",
  "ephemeralMessage",
  "documentWithCaptionMessage",
  "viewOnceMessageV2",
  "viewOnceMessageV2Extension",
];

/** A text is plain, or extended when it answers another message. */
export function textMessage(text, contextInfo) {
  return contextInfo === undefined ? { conversation: text } : { extendedTextMessage: { text, contextInfo } };
}

export function encodeMessage(message) {
  return encode("Message", message);
}

/** One to sixteen bytes, each of them their number. */
export function pad(content) {
  const count = randomInt(1, mostPadding + 1);
  return Buffer.concat([content, Buffer.alloc(count, count)]);
}

/** The message in a plaintext. Throws `content-malformed`. */
export function readMessage(padded) {
  const count = padded.at(-1) ?? 0;
  const padding = padded.subarray(padded.length - count);
  if (count === 0 || padding.length !== count || padding.some((byte) => byte !== count)) {
    throw new Failure("content-malformed", `Read content: found padding that is none`);
  }
  try {
    return unwrapped(decode("Message", padded.subarray(0, -count)));
  } catch (thrown) {
    throw new Failure("content-malformed", `Read content: ${thrown.message}`);
  }
}

function unwrapped(message) {
  const inner = wrappers.map((name) => message[name]?.message).find((each) => each !== undefined);
  return inner === undefined ? message : unwrapped(inner);
}

/** What a message means to the user; undefined for what this client does not know. */
export function meaningOf(message) {
  const { conversation, extendedTextMessage, reactionMessage } = message;
  const text = conversation ?? extendedTextMessage?.text;
  if (text !== undefined) return { kind: "text", text, ...replyIn(extendedTextMessage) };
  if (reactionMessage?.key?.id) {
    const { key, text: emoji = "" } = reactionMessage;
    return { kind: "reaction", key, emoji };
  }
  const file = fileIn(message);
  return file && { kind: "file", file, ...replyIn(file) };
}

function replyIn({ contextInfo } = {}) {
  const { stanzaId, participant } = contextInfo ?? {};
  return stanzaId ? { replyTo: { id: stanzaId, from: participant } } : {};
}
