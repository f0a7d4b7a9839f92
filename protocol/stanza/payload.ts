import { deflateSync, inflateSync } from "node:zlib";
import { concat } from "../../core/bytes.js";
import { decodeNode } from "./binary/decode.js";
import type { DecodedStanza, DecodeOptions } from "./binary/decode.js";
import { encodeAfter, encodeNode } from "./binary/encode.js";
import type { EncodeOptions } from "./binary/encode.js";
import { StanzaError } from "./errors.js";
import { defaultStanzaLimits } from "./limits.js";
import type { StanzaNode } from "./node.js";

/** Set in the first byte of a frame's plaintext when the rest is a zlib stream (wire section 2). */
export const compressedFlag = 0x02;

export interface PackOptions extends EncodeOptions {
  readonly compress?: boolean;
}

export interface UnpackedPayload extends DecodedStanza {
  readonly compressed: boolean;
}

/** The plaintext of one frame: a flag byte, then the binary node, deflated when asked for. */
export function packPayload(root: StanzaNode, options: PackOptions = {}): Uint8Array {
  if (options.compress !== true) return encodeAfter(0, root, options);
  return concat(Uint8Array.of(compressedFlag), deflateSync(encodeNode(root, options)));
}

/**
 * Reads the plaintext of one frame. Content bytes of an uncompressed stanza are views into `bytes`.
 *
 * @throws StanzaError and nothing else, for every input.
 */
export function unpackPayload(bytes: Uint8Array, options: DecodeOptions = {}): UnpackedPayload {
  const flag = bytes[0];
  if (flag === undefined) throw new StanzaError("truncated", "Read a payload: found 0 bytes, wanted a flag byte");
  if ((flag & ~compressedFlag) !== 0) {
    throw new StanzaError("unknown-flag", `Read a payload: the flag byte is ${flag}, wanted 0 or ${compressedFlag}`);
  }
  const body = bytes.subarray(1);
  if (flag === 0) {
    // Written out: spreading costs a tenth of the decoding.
    const { node, notes } = decodeAfterFlag(body, options);
    return { node, notes, compressed: false };
  }
  const limits = options.limits ?? defaultStanzaLimits;
  if (bytes.length > limits.maxBytes) {
    throw new StanzaError(
      "too-large",
      `Read a payload: found ${bytes.length} bytes, at most ${limits.maxBytes} wanted`,
    );
  }
  const inflated = inflate(body, limits.maxInflated);
  const maxBytes = Math.max(limits.maxInflated, limits.maxBytes);
  return { ...decodeNode(inflated, { ...options, limits: { ...limits, maxBytes } }), compressed: true };
}

function decodeAfterFlag(body: Uint8Array, options: DecodeOptions): DecodedStanza {
  try {
    return decodeNode(body, options);
  } catch (thrown) {
    if (thrown instanceof StanzaError && thrown.offset !== undefined) thrown.offset += 1;
    throw thrown;
  }
}

/** @throws StanzaError `too-large`, `bad-compression`. */
export function inflate(body: Uint8Array, maxInflated: number): Uint8Array {
  try {
    // @types/node does not know that `info` changes the result.
    const result = inflateSync(body, { info: true, maxOutputLength: maxInflated }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    if (result.engine.bytesWritten === body.length) return result.buffer;
  } catch (cause) {
    if (isTooLarge(cause)) {
      const message = `Inflate a payload: the result is larger than the ${maxInflated} bytes allowed`;
      throw new StanzaError("too-large", message, { cause });
    }
    throw new StanzaError("bad-compression", "Inflate a payload: the bytes are not a zlib stream", { cause });
  }
  throw new StanzaError("bad-compression", "Inflate a payload: bytes follow the end of the zlib stream, none wanted");
}

function isTooLarge(thrown: unknown): boolean {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && thrown.code === "ERR_BUFFER_TOO_LARGE";
}
