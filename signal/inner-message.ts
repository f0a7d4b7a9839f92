import { wireFields } from "../proto/wire.js";

const limits = { maxBytes: 1024 * 1024, maxFields: 64 };

/** The ordinary message inside a pre-key message, a view of it (wire 5.2). @throws ProtoError for what is none. */
export function innerMessage(preKeyMessage: Uint8Array): Uint8Array | undefined {
  return wireFields(preKeyMessage.subarray(1), limits).find((field) => field.number === 4)?.bytes;
}
