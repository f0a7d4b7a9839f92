import type { Fit } from "../../../core/coded-error.js";
import { decodeNode } from "../binary/decode.js";
import { StanzaError } from "../errors.js";
import { defaultStanzaLimits } from "../limits.js";
import { inflate } from "../payload.js";

/** First byte of a zlib stream with the usual window. */
const zlibMark = 0x78;

type Mistake = readonly [mistake: string, sentence: string, fits: (payload: Uint8Array) => boolean];

/** The sentences end "Your frame holds a stanza if …". */
const mistakes: readonly Mistake[] = [
  [
    "stanza-flag-missing",
    "a flag byte of 0 stands before it (the first byte of the plaintext is a flag: 0, or 2 for a zlib stream)",
    isNode,
  ],
  [
    "stanza-compression-unmarked",
    "the flag byte is 2, as the bytes after it are a zlib stream (0 says that they are not compressed)",
    (payload) => payload[0] === 0 && isDeflated(payload.subarray(1)),
  ],
  ["stanza-compression-without-flag", "a flag byte of 2 stands before it, as it is a zlib stream", isDeflated],
  [
    "stanza-not-compressed",
    "the flag byte is 0, as the bytes after it are not compressed (2 announces a zlib stream)",
    (payload) => payload[0] === 2 && isNode(payload.subarray(1)),
  ],
];

/** Known mistakes are sought in frames of up to this size. */
const maximumBytes = 2 ** 20;

/** What leads to the place where a frame that decrypts leaves the form of a stanza. */
export function diagnosePayload(payload: Uint8Array, { code }: StanzaError): Fit | undefined {
  if (payload.length > maximumBytes) return undefined;
  const [mistake, sentence] = mistakes.find(([, , fits]) => fits(payload)) ?? [];
  if (mistake !== undefined) return { mistake, sentence: `Your frame holds a stanza if ${sentence}` };
  if (code !== "trailing-bytes") return undefined;
  return {
    mistake: "stanza-list-too-short",
    sentence:
      "Your frame goes on where its stanza ends by its list sizes (that of a node counts its tag, two for each attribute, and one for its content)",
  };
}

function isNode(bytes: Uint8Array): boolean {
  return reads(() => decodeNode(bytes, { notes: false }));
}

function isDeflated(bytes: Uint8Array): boolean {
  const { maxInflated } = defaultStanzaLimits;
  return bytes[0] === zlibMark && reads(() => decodeNode(inflate(bytes, maxInflated), { notes: false }));
}

function reads(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch (thrown) {
    if (thrown instanceof StanzaError) return false;
    throw thrown;
  }
}
