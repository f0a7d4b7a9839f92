import type { EntryOf, Json, Trace, TraceToken } from "./index.js";

type Handshake = EntryOf<"handshake">;

export function handshakes(trace: Trace, message: Handshake["message"]): readonly Handshake[] {
  return trace.of("handshake", (entry) => entry.message === message);
}

/** The decrypted payload of a client's last handshake message. */
export function payloadOf(finish: Handshake): { readonly [key: string]: Json } {
  const { payload } = finish.fields;
  return isRecord(payload) ? payload : {};
}

export function tokenOf(finish: Handshake): TraceToken | undefined {
  const { token } = payloadOf(finish);
  // The harness itself wrote this member, from protocol/token.
  return isRecord(token) ? (token as TraceToken) : undefined;
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
