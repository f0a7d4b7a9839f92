import { createHmac } from "node:crypto";
import { fromBase64 } from "../../core/bytes.js";
import { encodeMessage } from "../../proto/codec.js";
import { adv } from "../../proto/gen/adv.js";
import { AdvError } from "./errors.js";

/** What a companion shows as a QR code. Keys and secret are 32 bytes. */
export interface PairingCode {
  /** Names the connection on which the companion waits. */
  readonly ref: string;
  readonly noiseKey: Uint8Array;
  readonly identityKey: Uint8Array;
  /** Shared between companion and phone only; the server never sees it. */
  readonly secret: Uint8Array;
}

/**
 * Reads the text of a QR code: reference, Noise key, identity key and secret, the last three in base64, with commas
 * between. Newer clients put an address with `#` before and their kind after it; both are ignored.
 *
 * @throws AdvError `pairing-code-malformed`.
 */
export function readPairingCode(text: string): PairingCode {
  const [ref = "", ...encoded] = text.slice(text.lastIndexOf("#") + 1).split(",");
  const [noiseKey, identityKey, secret] = encoded.slice(0, 3).map(fromBase64);
  if (ref !== "" && is32(noiseKey) && is32(identityKey) && is32(secret)) return { ref, noiseKey, identityKey, secret };
  throw new AdvError(
    "pairing-code-malformed",
    `Read pairing code: found ${encoded.length + 1} parts, wanted a reference and three values of 32 bytes in base64`,
  );
}

/** The container in which a signed device identity travels from phone to companion, out of the server's reach. */
export function sealIdentity(signedIdentity: Uint8Array, secret: Uint8Array): Uint8Array {
  const hmac = Uint8Array.from(createHmac("sha256", secret).update(signedIdentity).digest());
  return encodeMessage(adv.SignedDeviceIdentityHmac, { details: signedIdentity, hmac });
}

function is32(bytes: Uint8Array | undefined): bytes is Uint8Array {
  return bytes?.length === 32;
}
