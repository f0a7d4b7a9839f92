import type { Fit } from "../../../core/coded-error.js";
import { decodeEnvelope } from "../envelope.js";
import { ContentError } from "../errors.js";
import { inspectPadding, maxPadding, unpad } from "../padding.js";

type Mistake = readonly [mistake: string, sentence: string, fits: (plaintext: Uint8Array) => boolean];

/** In the order in which they are tried. The sentences end "The decrypted message can be read if …". */
const mistakes: readonly Mistake[] = [
  [
    "content-without-padding",
    `no padding is taken off (1 to ${maxPadding} bytes follow the protobuf before it is encrypted, each with their number)`,
    isContent,
  ],
  [
    "content-padding-of-zeros",
    "only the last byte of the padding has its length and the others are zeros (all of them have it)",
    (plaintext) => isContent(withoutZeros(plaintext)),
  ],
  [
    "content-json",
    "it is JSON (the content is a protobuf, content.proto)",
    (plaintext) => isJson(textOf(plaintext)) || isJson(textOf(unpadded(plaintext))),
  ],
  [
    "content-bare-text",
    "it is the text itself (the content is a protobuf, content.proto; a text is its field 1, conversation)",
    (plaintext) => [plaintext, unpadded(plaintext)].some((bytes) => isReadable(textOf(bytes))),
  ],
];

/** The known mistake with which a decrypted message can be read. */
export function diagnoseContent(plaintext: Uint8Array): Fit | undefined {
  const [mistake, sentence] = mistakes.find(([, , fits]) => fits(plaintext)) ?? [];
  if (mistake === undefined) return undefined;
  return { mistake, sentence: `The decrypted message can be read if ${sentence}` };
}

function isContent(bytes: Uint8Array): boolean {
  try {
    const { content } = decodeEnvelope(bytes);
    return content !== undefined && content.type !== "unknown";
  } catch (thrown) {
    if (thrown instanceof ContentError) return false;
    throw thrown;
  }
}

/** Nothing if its end is no such padding. */
function withoutZeros(plaintext: Uint8Array): Uint8Array {
  const { length } = inspectPadding(plaintext);
  const isPadding = length > 1 && length <= maxPadding && plaintext.subarray(-length, -1).every((byte) => byte === 0);
  return isPadding ? plaintext.subarray(0, -length) : new Uint8Array(0);
}

/** All of it if there is no padding as it should be. */
function unpadded(plaintext: Uint8Array): Uint8Array {
  try {
    return unpad(plaintext);
  } catch (thrown) {
    if (thrown instanceof ContentError) return plaintext;
    throw thrown;
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isReadable(text: string | undefined): boolean {
  return text !== undefined && text !== "" && !/[^\P{Cc}\n\r\t]/u.test(text);
}

function isJson(text: string | undefined): boolean {
  if (text === undefined || !/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
