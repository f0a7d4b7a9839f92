import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from "node:crypto";
import { concat } from "../../core/bytes.js";
import { hkdfSha256 } from "../../core/hkdf.js";
import { SignalError } from "../../signal/errors.js";
import type { RatchetPolicy } from "../behaviour/sessions.js";

const tagLength = 16;
const algorithm = "chacha20-poly1305";
const info = Buffer.from("interop reference ratchet, message");

/** ChaCha20-Poly1305 under a key that serves one message, so that the nonce may come from it too. */
export function sealBody(
  messageKey: Uint8Array,
  associated: Uint8Array,
  plaintext: Uint8Array,
  { encrypts }: RatchetPolicy,
): Uint8Array {
  if (!encrypts) return concat(plaintext, tagOf(messageKey, associated, plaintext));
  const { key, nonce } = expand(messageKey);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength });
  cipher.setAAD(associated, { plaintextLength: plaintext.length });
  return concat(cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
}

/** @throws SignalError `bad-mac` */
export function openBody(
  messageKey: Uint8Array,
  associated: Uint8Array,
  body: Uint8Array,
  policy: RatchetPolicy,
): Uint8Array {
  if (body.length < tagLength) throw spoilt();
  const sealed = body.subarray(0, -tagLength);
  const tag = body.subarray(-tagLength);
  if (!policy.encrypts) {
    if (!timingSafeEqual(tagOf(messageKey, associated, sealed), tag)) throw spoilt();
    return sealed;
  }
  const { key, nonce } = expand(messageKey);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength });
  decipher.setAAD(associated, { plaintextLength: sealed.length });
  const plaintext = decipher.update(sealed);
  if (!policy.authenticates) return plaintext;
  decipher.setAuthTag(tag);
  try {
    decipher.final();
  } catch (cause) {
    throw spoilt(cause);
  }
  return plaintext;
}

function expand(messageKey: Uint8Array): { readonly key: Uint8Array; readonly nonce: Uint8Array } {
  const bytes = hkdfSha256(new Uint8Array(0), messageKey, info, 44);
  return { key: bytes.subarray(0, 32), nonce: bytes.subarray(32) };
}

function tagOf(messageKey: Uint8Array, associated: Uint8Array, plaintext: Uint8Array): Uint8Array {
  return createHmac("sha256", messageKey).update(associated).update(plaintext).digest().subarray(0, tagLength);
}

function spoilt(cause?: unknown): SignalError {
  return new SignalError("bad-mac", "Open message: the tag does not fit, wanted a message as it was sealed", { cause });
}
