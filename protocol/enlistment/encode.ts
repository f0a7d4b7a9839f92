import { toBase64Url, uintToBytes } from "../../core/bytes.js";
import { EnlistmentError } from "./errors.js";
import {
  argumentSizes,
  type BinaryArgument,
  binaryArguments,
  curve25519KeyType,
  type EnlistmentFields,
} from "./fields.js";

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
