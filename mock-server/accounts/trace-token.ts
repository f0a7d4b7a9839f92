import { createHash } from "node:crypto";
import type { Json, TraceToken } from "../../harness/model/trace.js";
import { inspectToken, type JsonObject } from "../../protocol/token/inspect.js";

/** What the trace keeps of a token; of one that cannot be read only size and digest. Never the signature. */
export function traceToken(token: string, verdict: string): TraceToken {
  const { header, claims } = partsOf(token);
  return {
    header: asJson(header),
    claims: asJson(claims),
    bytes: Buffer.byteLength(token),
    sha256: createHash("sha256").update(token).digest("hex"),
    verdict,
  };
}

function partsOf(token: string): { header: JsonObject; claims: JsonObject } {
  try {
    return inspectToken(token);
  } catch {
    return { header: {}, claims: {} };
  }
}

/** Both parts were just read from JSON text, so every value in them is JSON. */
function asJson(parsed: JsonObject): { readonly [key: string]: Json } {
  return parsed as { readonly [key: string]: Json };
}
