import type { Json } from "./index.js";

/** A member of what may be an object. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return (value as { readonly [key: string]: Json })[name];
}

/** A member that is a list, as texts; empty when there is none. */
export function textsIn(value: Json | undefined, name: string): readonly string[] {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list.map(String) : [];
}
