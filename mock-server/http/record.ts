import type { IncomingHttpHeaders } from "node:http";
import type { HttpEntry } from "../../harness/model/trace.js";

/** A body as the trace keeps it: text when it is UTF-8, base64 otherwise. */
export function recordedBody(bytes: Uint8Array): Pick<HttpEntry, "body" | "bodyIsBase64"> {
  try {
    return { body: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { body: Buffer.from(bytes).toString("base64"), bodyIsBase64: true };
  }
}

/** Header names are lower-case already; repeated ones are joined as RFC 9110 section 5.3 allows. */
export function recordedHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(", ") : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, string>;
}
