import { type WireField, wireFields, type WireLimits } from "../proto/wire.js";
import type { SignalMessageType } from "./account.js";
import { innerMessage } from "./inspect.js";

/** Returns the new bytes of a length-delimited field, or the new value of a varint. */
type FieldEdit = (field: WireField) => Uint8Array | number;

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

/** Numbers in the outer part of a pre-key message, none of which a MAC covers (wire 5.2). */
const numberFields = { preKeyId: 1, registrationId: 5, signedPreKeyId: 6, kyberPreKeyId: 7 } as const;

const limits = { maxBytes: 1024 * 1024, maxFields: 64 };

/**
 * A copy of a pre-key message that names another number, if it names one at all.
 *
 * @throws ProtoError for bytes that are no pre-key message.
 */
export function withOuterNumber(message: Uint8Array, name: keyof typeof numberFields, value: number): Uint8Array {
  const body = editFields(message.subarray(1), limits, { [numberFields[name]]: () => value });
  return Buffer.concat([message.subarray(0, 1), body]);
}

/**
 * A copy with one bit of the message's authentication code turned, so that it is refused. In a `pkmsg` that code ends the
 * inner message (field 4); nothing authenticates what follows it.
 *
 * @throws ProtoError for a `pkmsg` that is none.
 */
export function breakMac(type: SignalMessageType, bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const last = type === "msg" ? copy.length - 1 : endOfInner(copy);
  copy[last] = (copy[last] ?? 0) ^ 1;
  return copy;
}

function endOfInner(message: Uint8Array): number {
  const inner = innerMessage(message);
  // Fields are views of the input, which shows their place in it.
  return inner === undefined ? message.length - 1 : inner.byteOffset - message.byteOffset + inner.length - 1;
}
