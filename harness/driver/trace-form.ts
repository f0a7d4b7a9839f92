import { createHash } from "node:crypto";
import { fromBase64, toHex } from "../../core/bytes.js";
import { isRecord } from "../../core/is-record.js";
import type { Json } from "../model/trace.js";
import type { Method } from "./methods.js";

/**
 * The parameters of a call, or an event, as the trace keeps them: the size and digest of a file (`content.data`) replace
 * the file. That is enough to compare it, and a trace stays readable.
 */
export function withoutFile<Holder extends Json>(holder: Holder): Holder {
  const whole: Json = holder;
  const content = isRecord(whole) ? whole["content"] : undefined;
  if (!isRecord(whole) || !isRecord(content)) return holder;
  const { data } = content;
  const bytes = typeof data === "string" ? fromBase64(data) : undefined;
  if (bytes === undefined) return holder;
  const changed: Json = { ...whole, content: { ...content, data: { bytes: bytes.length, sha256: sha256(bytes) } } };
  // Only a member that its type does not name has changed.
  return changed as Holder;
}

/**
 * What the trace may keep of a call. An exported state holds all private keys of a user. Its digest still tells whether the
 * state that was imported is the one that was exported.
 */
export function withoutSecrets(method: Method, value: Json): Json {
  if (!method.startsWith("state.") || !isRecord(value)) return value;
  const { state } = value;
  return typeof state === "string" ? { ...value, state: `sha256:${sha256(state)}` } : value;
}

function sha256(data: string | Uint8Array): string {
  return toHex(createHash("sha256").update(data).digest());
}
