import { ProtoError } from "../proto/errors.js";
import { type WireField, wireFields } from "../proto/wire.js";
import type { SignalMessageType } from "./account.js";
import { SignalError } from "./errors.js";

/** What a message shows without any key. Public keys are 32 bytes; their type byte 05 is checked and removed. */
export interface MessageInspection {
  readonly type: SignalMessageType;
  /** 0x33 in the open clients: high nibble the version of the message, low nibble the newest one the sender knows. */
  readonly firstByte: number;
  readonly version: number;
  readonly newestVersion: number;
  readonly ratchetKey: Uint8Array;
  readonly counter: number;
  readonly previousCounter: number;
  readonly ciphertextLength: number;
  /** Only in `pkmsg`, whose outer part is not covered by a MAC. */
  readonly outer?: PreKeyPart;
}

export interface PreKeyPart {
  /** Absent when the bundle had no one-time pre-key. */
  readonly preKeyId?: number;
  readonly signedPreKeyId: number;
  readonly registrationId: number;
  /** Only in version 4. */
  readonly kyberPreKeyId?: number;
  readonly baseKey: Uint8Array;
  readonly identityKey: Uint8Array;
}

const limits = { maxBytes: 1024 * 1024, maxFields: 64 };
const macLength = 8;

/**
 * Reads a Signal message of version 3 or 4 (wire 5.2). Unknown fields are ignored and the last of repeated fields counts,
 * as in libsignal. Nothing is authenticated.
 *
 * @throws SignalError `malformed-message`.
 */
export function inspectMessage(type: SignalMessageType, bytes: Uint8Array): MessageInspection {
  const firstByte = bytes[0];
  if (firstByte === undefined) throw malformed("no bytes", "a message");
  const versions = { firstByte, version: firstByte >> 4, newestVersion: firstByte & 0x0f };
  if (type === "msg") return { type, ...versions, ...inner(bytes) };
  const fields = read(bytes.subarray(1));
  const preKeyId = fields.get(1)?.value;
  const kyberPreKeyId = fields.get(7)?.value;
  const outer = {
    ...(kyberPreKeyId !== undefined && { kyberPreKeyId }),
    ...(preKeyId !== undefined && { preKeyId }),
    baseKey: key(fields, 2, "base key"),
    identityKey: key(fields, 3, "identity key"),
    registrationId: fields.get(5)?.value ?? 0,
    signedPreKeyId: number(fields, 6, "signed pre-key id"),
  };
  return { type, ...versions, ...inner(data(fields, 4, "message")), outer };
}

type Inner = Pick<MessageInspection, "ratchetKey" | "counter" | "previousCounter" | "ciphertextLength">;

function inner(bytes: Uint8Array): Inner {
  if (bytes.length < 1 + macLength) throw malformed(`${bytes.length} bytes`, `at least ${1 + macLength}`);
  const fields = read(bytes.subarray(1, -macLength));
  return {
    ratchetKey: key(fields, 1, "ratchet key"),
    counter: number(fields, 2, "counter"),
    previousCounter: fields.get(3)?.value ?? 0,
    ciphertextLength: data(fields, 4, "ciphertext").length,
  };
}

type Fields = ReadonlyMap<number, WireField>;

function read(bytes: Uint8Array): Fields {
  try {
    return new Map(wireFields(bytes, limits).map((field) => [field.number, field]));
  } catch (thrown) {
    if (!(thrown instanceof ProtoError)) throw thrown;
    throw new SignalError("malformed-message", `Inspect message: ${thrown.message}`, { cause: thrown });
  }
}

function number(fields: Fields, at: number, name: string): number {
  const value = fields.get(at)?.value;
  if (value === undefined) throw malformed(`no ${name}`, `a number in field ${at}`);
  return value;
}

function data(fields: Fields, at: number, name: string): Uint8Array {
  const bytes = fields.get(at)?.bytes;
  if (bytes === undefined) throw malformed(`no ${name}`, `bytes in field ${at}`);
  return bytes;
}

function key(fields: Fields, at: number, name: string): Uint8Array {
  const bytes = data(fields, at, name);
  if (bytes.length === 33 && bytes[0] === 0x05) return bytes.slice(1);
  throw malformed(`a ${name} of ${bytes.length} bytes`, "05 and 32 bytes");
}

function malformed(found: string, wanted: string): SignalError {
  return new SignalError("malformed-message", `Inspect message: found ${found}, wanted ${wanted}`);
}

/** The ordinary message inside a pre-key message, a view of it (wire 5.2). @throws ProtoError for other bytes. */
export function innerMessage(preKeyMessage: Uint8Array): Uint8Array | undefined {
  return wireFields(preKeyMessage.subarray(1), limits).find((field) => field.number === 4)?.bytes;
}
