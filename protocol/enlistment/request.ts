import { toBase64Url, uintToBytes } from "../../core/bytes.js";
import { EnlistmentError } from "./errors.js";

/** The arguments of an enlistment request, decoded. Keys are Curve25519 public keys without the type byte 05. */
export interface EnlistmentFields {
  /** 32 bytes: the static key of the client in the Noise handshake. */
  readonly authKey: Uint8Array;
  /** 32 bytes: the identity key of the end-to-end encryption. */
  readonly identityKey: Uint8Array;
  /** 32 bits. */
  readonly registrationId: number;
  readonly signedPreKey: {
    /** 1 to 16777215. */
    readonly id: number;
    readonly publicKey: Uint8Array;
    /** 64 bytes: XEdDSA by the identity key over 05 and `publicKey`. Decoding does not verify it. */
    readonly signature: Uint8Array;
  };
  /** JWT of the provider's server. */
  readonly token: string;
}

/** Names on the wire and the exact decoded sizes: WhatsApp Reference Offer 1.0.3, section 1.2.2 (interop fact 6). */
export const argumentSizes = {
  authkey: 32,
  e_keytype: 1,
  e_regid: 4,
  e_ident: 32,
  e_skey_id: 3,
  e_skey_val: 32,
  e_skey_sig: 64,
} as const;

export type BinaryArgument = keyof typeof argumentSizes;

export const binaryArguments = Object.keys(argumentSizes) as readonly BinaryArgument[];

/** The only key type there is: Curve25519. */
export const curve25519KeyType = 5;

/** "up to 4 KB", of the same section. */
export const maxTokenBytes = 4096;

/**
 * The `application/x-www-form-urlencoded` body of an enlistment: binary arguments in URL-safe base64 without padding
 * (interop fact 7), numbers big-endian.
 *
 * @throws EnlistmentError `enlistment-unencodable` for a key, signature or number of the wrong size. Deliberately wrong
 * requests are made by editing the result.
 */
export function encodeEnlistment(fields: EnlistmentFields): string {
  const values: Record<BinaryArgument, Uint8Array> = {
    authkey: fields.authKey,
    e_keytype: Uint8Array.of(curve25519KeyType),
    e_regid: number("e_regid", fields.registrationId),
    e_ident: fields.identityKey,
    e_skey_id: number("e_skey_id", fields.signedPreKey.id),
    e_skey_val: fields.signedPreKey.publicKey,
    e_skey_sig: fields.signedPreKey.signature,
  };
  const form = new URLSearchParams();
  for (const name of binaryArguments) {
    const bytes = values[name];
    if (bytes.length !== argumentSizes[name])
      throw unencodable(name, `${bytes.length} bytes`, `${argumentSizes[name]}`);
    form.append(name, toBase64Url(bytes));
  }
  form.append("token", fields.token);
  return form.toString();
}

function number(name: "e_regid" | "e_skey_id", value: number): Uint8Array {
  const width = argumentSizes[name];
  if (Number.isInteger(value) && value >= 0 && value < 2 ** (8 * width)) return uintToBytes(value, width);
  throw unencodable(name, `${value}`, `an integer of ${width} bytes`);
}

function unencodable(name: string, found: string, wanted: string): EnlistmentError {
  return new EnlistmentError("enlistment-unencodable", `Encode enlistment ${name}: found ${found}, wanted ${wanted}`);
}
