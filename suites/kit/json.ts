import { isRecord } from "../../core/is-record.js";
import type { Json } from "./index.js";

/** A member of what may be an object. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isRecord(value) ? value[name] : undefined;
}

/** A member that is a text; undefined when there is none. */
export function textIn(holder: unknown, name: string): string | undefined {
  const value = isRecord(holder) ? holder[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** A member that is a list, as texts; empty when there is none. */
export function textsIn(value: Json | undefined, name: string): readonly string[] {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list.map(String) : [];
}
