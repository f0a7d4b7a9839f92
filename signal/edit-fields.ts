import { type WireField, type WireLimits, wireFields } from "../proto/wire.js";

/** What becomes of a length-delimited field: its new bytes. Of a varint: its new value. */
export type FieldEdit = (field: WireField) => Uint8Array | number;

/**
 * A copy of a protobuf message in which the fields named in `edits` are changed and all others stay as they are. Knows
 * the two wire types that Signal's messages and records use.
 *
 * @throws ProtoError for bytes that are no such message.
 */
export function editFields(
  message: Uint8Array,
  limits: WireLimits,
  edits: Readonly<Record<number, FieldEdit>>,
): Uint8Array {
  return Buffer.concat(
    wireFields(message, limits).map((field) => {
      const changed = edits[field.number]?.(field) ?? field.bytes ?? field.value ?? 0;
      return typeof changed === "number" ? varint(field.number, changed) : lengthDelimited(field.number, changed);
    }),
  );
}

export function varint(number: number, value: number): Uint8Array {
  return Uint8Array.from([...varintBytes(number * 8), ...varintBytes(value)]);
}

export function lengthDelimited(number: number, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.from([...varintBytes(number * 8 + 2), ...varintBytes(bytes.length)]), bytes]);
}

/** Arithmetic, not bit operations: values may have 32 bits and more. */
function varintBytes(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...varintBytes(Math.floor(value / 0x80))];
}
