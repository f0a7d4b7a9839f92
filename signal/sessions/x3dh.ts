import { createHmac, webcrypto } from "node:crypto";
import { createRequire } from "node:module";
import type * as older from "libsignal-x3dh";
import { type WireField, wireFields } from "../../proto/wire.js";
import { editFields, lengthDelimited, varint } from "../edit.js";
import { type Bytes, bytesOf, type Variant } from "./libsignal.js";

/**
 * Classic X3DH and the double ratchet, version 3, as open WhatsApp clients speak it: first byte 0x33 (wire 5.1).
 *
 * Loads its libsignal when it is called, so that runs with other sessions do without. That release is CommonJS, so
 * loading needs no promise.
 */
export function x3dhVariant(): Variant {
  const libsignal = createRequire(import.meta.url)("libsignal-x3dh") as typeof older;
  return {
    name: "x3dh-v3",
    version: 3,
    libsignal,
    firstDevice: 0,
    self: [],
    identitySaved: (replaced) => replaced,
    skipAhead: async (record, count) => libsignal.SessionRecord.deserialize(await movedOn(record.serialize(), count)),
  };
}

/** Field numbers in libsignal's stored sessions (its storage.proto). */
const currentSession = 1;
const senderChain = 6;
const chainKey = 3;
const chainKeyIndex = 1;
const chainKeyKey = 2;

/** What moves a chain key on by one (Double Ratchet, section 7.2). */
const step = Uint8Array.of(2);
/** So many take a few milliseconds; then other work gets its turn. */
const stepsAtATime = 500;

const limits = { maxBytes: 16 * 1024 * 1024, maxFields: 100_000 };

/**
 * A copy of a stored session whose sending chain is `count` messages further on, as if those had been encrypted and lost.
 * libsignal has no call for that, and encrypting thousands of messages takes a hundred times as long.
 */
async function movedOn(stored: Uint8Array, count: number): Promise<Bytes> {
  const key = inside(inside(inside(stored, currentSession), senderChain), chainKey);
  const moved = await moveKeyOn(key, count);
  return bytesOf(
    editFields(stored, limits, {
      [currentSession]: (session) =>
        editFields(bytesIn(session), limits, {
          [senderChain]: (chain) => editFields(bytesIn(chain), limits, { [chainKey]: () => moved }),
        }),
    }),
  );
}

async function moveKeyOn(stored: Uint8Array, count: number): Promise<Uint8Array> {
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
