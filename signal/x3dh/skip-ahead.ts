import { createHmac } from "node:crypto";
import { SessionRecord } from "libsignal-x3dh";
import { type WireField, wireFields } from "../../proto/wire.js";
import { editFields, lengthDelimited, varint } from "../edit-fields.js";

/** Field numbers in libsignal's stored sessions (its storage.proto). */
const currentSession = 1;
const senderChain = 6;
const chainKey = 3;
const chainKeyIndex = 1;
const chainKeyKey = 2;

/** What moves a chain key on by one (Double Ratchet, section 7.2). */
const step = Uint8Array.of(2);

const limits = { maxBytes: 16 * 1024 * 1024, maxFields: 100_000 };

/**
 * A copy of `record` whose sending chain stands `count` messages further on, as if those had been encrypted and lost.
 * libsignal has no call for that, and encrypting thousands of messages takes a hundred times as long.
 */
export function skipAhead(record: SessionRecord, count: number): SessionRecord {
  const moved = editFields(record.serialize(), limits, {
    [currentSession]: (session) =>
      editFields(bytesIn(session), limits, {
        [senderChain]: (chain) => editFields(bytesIn(chain), limits, { [chainKey]: (key) => moveOn(key, count) }),
      }),
  });
  return SessionRecord.deserialize(Buffer.from(moved));
}

function moveOn(stored: WireField, count: number): Uint8Array {
  const fields = wireFields(bytesIn(stored), limits);
  const index = fields.find(({ number }) => number === chainKeyIndex)?.value ?? 0;
  let key: Uint8Array = bytesIn(fields.find(({ number }) => number === chainKeyKey));
  for (let done = 0; done < count; done++) key = createHmac("sha256", key).update(step).digest();
  return Buffer.concat([varint(chainKeyIndex, index + count), lengthDelimited(chainKeyKey, key)]);
}

function bytesIn(field: WireField | undefined): Uint8Array {
  return field?.bytes ?? new Uint8Array(0);
}
