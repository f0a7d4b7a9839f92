import { ContentError } from "./errors.js";

/** `fields` without those that are null or undefined: the protobuf's absence turned into TypeScript's. */
export function present<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  // Object.entries loses the relation between names and values; filtering keeps it.
  return Object.fromEntries(kept) as { [Name in keyof Fields]?: NonNullable<Fields[Name]> };
}

/** @throws ContentError `content-missing-field`, naming `path`. */
export function required<Value>(value: Value | null | undefined, path: string): Value {
  if (value !== null && value !== undefined) return value;
  throw new ContentError("content-missing-field", `Decode content: found no ${path}, wanted one`, {
    field: { path, found: "nothing" },
  });
}

/** @throws ContentError `content-missing-field` or, for another length than `length`, `content-bad-field`. */
export function requiredBytes(value: Uint8Array | null | undefined, length: number, path: string): Uint8Array {
  const bytes = required(value, path);
  if (bytes.length === length) return bytes;
  throw new ContentError(
    "content-bad-field",
    `Decode content: found ${bytes.length} bytes in ${path}, wanted ${length}`,
    { field: { path, found: `${bytes.length} bytes` } },
  );
}
