import { fromHex } from "../../core/bytes.js";
import { isRecord } from "../../core/is-record.js";
import { TokenError } from "./errors.js";
import { assembleToken } from "./sign.js";

/**
 * A token of the JSON form of `annotateToken`. Nothing is signed: the signature is the one in the JSON, or empty.
 *
 * @throws TokenError `token-malformed`.
 */
export function encodeTokenJson(json: unknown): string {
  const { header, claims, signature = "" } = isRecord(json) ? json : {};
  if (!isRecord(header) || !isRecord(claims)) throw malformed("header and claims as objects");
  if (typeof signature !== "string" || signature.length % 2 !== 0 || !/^[\da-f]*$/i.test(signature)) {
    throw malformed("a signature in hexadecimal");
  }
  return assembleToken(header, claims, fromHex(signature));
}

function malformed(wanted: string): TokenError {
  return new TokenError("token-malformed", `Write token: found something else, wanted ${wanted}`);
}
