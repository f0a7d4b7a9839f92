import {
  IdentityKeyPair,
  KyberPreKeyRecord,
  PreKeyRecord,
  PublicKey,
  SessionRecord,
  SignedPreKeyRecord,
} from "@signalapp/libsignal-client";
import { SignalError } from "../errors.js";
import type { AccountState } from "./state.js";

/** The exported form: JSON of this shape in UTF-8, records in libsignal's own serialisation and base64. */
interface StoredState {
  readonly format: typeof format;
  readonly registrationId: number;
  readonly nextPreKeyId: number;
  readonly identity: string;
  readonly signedPreKeys: readonly string[];
  readonly preKeys: readonly string[];
  readonly kyberPreKey: string;
  readonly usedBaseKeys: readonly string[];
  readonly sessions: Readonly<Record<string, string>>;
  readonly identities: Readonly<Record<string, string>>;
}

const format = "pqxdh-v4/1";

interface Serialisable {
  serialize(): Uint8Array;
}

export function writeState(state: AccountState): Uint8Array {
  const stored: StoredState = {
    format,
    registrationId: state.registrationId,
    nextPreKeyId: state.nextPreKeyId,
    identity: text(state.identity),
    signedPreKeys: [...state.signedPreKeys.values()].map(text),
    preKeys: [...state.preKeys.values()].map(text),
    kyberPreKey: text(state.kyberPreKey),
    usedBaseKeys: [...state.usedBaseKeys],
    sessions: texts(state.sessions),
    identities: texts(state.identities),
  };
  return new TextEncoder().encode(JSON.stringify(stored));
}

/** @throws SignalError `malformed-state` for anything that `writeState` did not write. */
export function readState(bytes: Uint8Array): AccountState {
  try {
    const stored = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as StoredState;
    if (stored.format !== format) throw new TypeError("another format");
    const signedPreKeys = stored.signedPreKeys.map((item) => SignedPreKeyRecord.deserialize(binary(item)));
    const preKeys = stored.preKeys.map((item) => PreKeyRecord.deserialize(binary(item)));
    if (signedPreKeys.length === 0) throw new TypeError("no signed pre-key");
    return {
      identity: IdentityKeyPair.deserialize(binary(stored.identity)),
      registrationId: wholeNumber(stored.registrationId),
      nextPreKeyId: wholeNumber(stored.nextPreKeyId),
      signedPreKeys: new Map(signedPreKeys.map((record) => [record.id(), record])),
      preKeys: new Map(preKeys.map((record) => [record.id(), record])),
      kyberPreKey: KyberPreKeyRecord.deserialize(binary(stored.kyberPreKey)),
      usedBaseKeys: new Set(stored.usedBaseKeys),
      sessions: records(stored.sessions, (item) => SessionRecord.deserialize(item)),
      identities: records(stored.identities, (item) => PublicKey.deserialize(item)),
    };
  } catch (thrown) {
    throw new SignalError("malformed-state", `Read account state: found something else, wanted ${format}`, {
      cause: thrown,
    });
  }
}

function text(item: Serialisable): string {
  return Buffer.from(item.serialize()).toString("base64");
}

function texts(items: ReadonlyMap<string, Serialisable>): Record<string, string> {
  return Object.fromEntries([...items].map(([key, item]) => [key, text(item)]));
}

function binary(item: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(item, "base64"));
}

function records<Item>(
  stored: Readonly<Record<string, string>>,
  read: (bytes: Uint8Array<ArrayBuffer>) => Item,
): Map<string, Item> {
  return new Map(Object.entries(stored).map(([key, item]) => [key, read(binary(item))]));
}

function wholeNumber(value: unknown): number {
  if (Number.isInteger(value)) return value as number;
  throw new TypeError("no whole number");
}
