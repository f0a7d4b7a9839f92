import type { EntryOf, Json, Trace, TraceToken } from "./index.js";

export type Jwk = { readonly [member: string]: Json };

/** The keys of a JWK set as it was served; undefined when the body is no JWK set. */
export function keysIn(response: EntryOf<"http">): readonly Jwk[] | undefined {
  try {
    const set: unknown = JSON.parse(response.body);
    const keys = typeof set === "object" && set !== null && "keys" in set ? set.keys : undefined;
    return Array.isArray(keys) && keys.every(isRecord) ? keys : undefined;
  } catch {
    return undefined;
  }
}

/** Every answer of the provider's key endpoint. */
export function keySetAnswers(trace: Trace): readonly EntryOf<"http">[] {
  return trace.http.server("keys").responses.list;
}

/** The keys that the provider had published at any time in this scenario. */
export function publishedKeys(trace: Trace): readonly Jwk[] {
  return keySetAnswers(trace).flatMap((answer) => keysIn(answer) ?? []);
}

export type TokenEntry = EntryOf<"enlistment"> & { readonly token: TraceToken };

export function enlistmentsWithToken(trace: Trace): readonly TokenEntry[] {
  return trace.of("enlistment").filter((entry): entry is TokenEntry => entry.token !== undefined);
}

function isRecord(value: unknown): value is Jwk {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
