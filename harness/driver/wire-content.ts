import { createHash } from "node:crypto";
import { fromBase64, toBase64, toHex } from "../../core/bytes.js";
import type { Json } from "../model/trace.js";
import type { ProviderContent } from "../ports/provider-side.js";

/** Content as the driver protocol carries it: files in base64. */
export type WireContent = { readonly type: string } & { readonly [key: string]: Json };

export function wireContent(content: ProviderContent): WireContent {
  return content.type === "text" ? content : { ...content, data: toBase64(content.data) };
}

/**
 * The parameters of a call, or an event, as the trace keeps them: in the place of a file (`content.data`) stand its size and
 * digest, enough to compare it, and a trace stays readable.
 */
export function withoutFile<Holder extends Json>(holder: Holder): Holder {
  const whole: Json = holder;
  const content = isRecord(whole) ? whole["content"] : undefined;
  if (!isRecord(whole) || !isRecord(content)) return holder;
  const { data } = content;
  const bytes = typeof data === "string" ? fromBase64(data) : undefined;
  if (bytes === undefined) return holder;
  const digest = { bytes: bytes.length, sha256: toHex(createHash("sha256").update(bytes).digest()) };
  const changed: Json = { ...whole, content: { ...content, data: digest } };
  // Still what it was, but for a member that its type does not speak of.
  return changed as Holder;
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
