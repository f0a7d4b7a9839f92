import { fromBase64Url } from "../../core/bytes.js";
import { isRecord } from "../../core/is-record.js";
import { nestsDeeper } from "../../core/json.js";
import { TokenError } from "./errors.js";

/** Registered claims nest twice. The result goes into traces, which cannot hold deeper values. */
const maxNesting = 32;

export type JsonObject = Readonly<Record<string, unknown>>;

/** The three parts of a compact JWS (RFC 7515 section 7.1), decoded and not verified. */
export interface TokenParts {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly signatureBytes: Uint8Array;
}

/** The published limit of a token is 4 KB (interop fact 21). Reading allows more, so that an excess can be described. */
const maxInspectedBytes = 64 * 1024;

/**
 * Reads a token without any verification: for reports, and for finding the key. Do not trust the result.
 *
 * @throws TokenError `token-too-large`, `token-malformed`.
 */
export function inspectToken(token: string): TokenParts {
  if (token.length > maxInspectedBytes) {
    throw new TokenError("token-too-large", `Read token: found ${token.length} characters, wanted at most 65536`);
  }
  const parts = token.split(".", 4);
  const [header, claims, signature] = parts;
  if (parts.length !== 3 || header === undefined || claims === undefined || signature === undefined) {
    throw malformed(`${parts.length} parts or more`, "3");
  }
  return {
    header: jsonObject(decoded(header, "header"), "header"),
    claims: jsonObject(decoded(claims, "claims"), "claims"),
    signatureBytes: decoded(signature, "signature"),
  };
}

function decoded(part: string, name: string): Uint8Array {
  const bytes = fromBase64Url(part);
  if (bytes === undefined) throw malformed(`a ${name} that is not base64url`, "base64url without padding");
  return bytes;
}

function jsonObject(bytes: Uint8Array, name: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (thrown) {
    throw malformed(`a ${name} that is not JSON in UTF-8`, "a JSON object", thrown);
  }
  if (nestsDeeper(value, maxNesting))
    throw malformed(`a ${name} nested deeper than ${maxNesting} levels`, "plain claims");
  if (isRecord(value)) return value;
  throw malformed(`a ${name} that is not an object`, "a JSON object");
}

function malformed(found: string, wanted: string, cause?: unknown): TokenError {
  return new TokenError("token-malformed", `Read token: found ${found}, wanted ${wanted}`, { cause });
}
