import { editFields } from "./edit-fields.js";

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
