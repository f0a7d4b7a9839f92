import { createHmac, webcrypto } from "node:crypto";
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
/** As many take a few milliseconds. Whatever else has to be done gets its turn then. */
const stepsAtATime = 500;

const limits = { maxBytes: 16 * 1024 * 1024, maxFields: 100_000 };

/**
 * A copy of `record` whose sending chain stands `count` messages further on, as if those had been encrypted and lost.
 * libsignal has no call for that, and encrypting thousands of messages takes a hundred times as long.
 */
export async function skipAhead(record: SessionRecord, count: number): Promise<SessionRecord> {
  const stored = record.serialize();
  const key = inside(inside(inside(stored, currentSession), senderChain), chainKey);
  const moved = await moveOn(key, count);
  const changed = editFields(stored, limits, {
    [currentSession]: (session) =>
      editFields(bytesIn(session), limits, {
        [senderChain]: (chain) => editFields(bytesIn(chain), limits, { [chainKey]: () => moved }),
      }),
  });
  return SessionRecord.deserialize(Buffer.from(changed));
}

async function moveOn(stored: Uint8Array, count: number): Promise<Uint8Array> {
  const index = wireFields(stored, limits).find(({ number }) => number === chainKeyIndex)?.value ?? 0;
  let key = inside(stored, chainKeyKey);
  for (let done = 1; done <= count; done++) {
    key = createHmac("sha256", key).update(step).digest();
    if (done % stepsAtATime === 0) await webcrypto.subtle.digest("SHA-256", step);
  }
  return Buffer.concat([varint(chainKeyIndex, index + count), lengthDelimited(chainKeyKey, key)]);
}

function inside(message: Uint8Array, number: number): Uint8Array {
  return bytesIn(wireFields(message, limits).find((field) => field.number === number));
}

function bytesIn(field: WireField | undefined): Uint8Array {
  return field?.bytes ?? new Uint8Array(0);
}
