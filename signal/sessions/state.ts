import type { Random } from "../../core/random.js";
import type { AccountOptions } from "../account.js";
import type { SignalAddress } from "../address.js";
import { lengthDelimited } from "../edit.js";
import { SignalError } from "../errors.js";
import {
  type Bytes,
  bytesOf,
  type IdentityKeyPair,
  type KyberKeys,
  type Libsignal,
  type PreKeyRecord,
  type PrivateKey,
  type PublicKey,
  type Serialisable,
  type SessionRecord,
  type SignedPreKeyRecord,
  type StoredKyberKeys,
  type Variant,
} from "./libsignal.js";

/** Everything an account remembers. Sessions and identities go by `addressKey`. */
export interface AccountState {
  identity: IdentityKeyPair;
  /** Made with the identity; undefined for X3DH. */
  kyber: KyberKeys | undefined;
  registrationId: number;
  /** Oldest first; the last is the current one. */
  readonly signedPreKeys: Map<number, SignedPreKeyRecord>;
  readonly preKeys: Map<number, PreKeyRecord>;
  readonly sessions: Map<string, SessionRecord>;
  readonly identities: Map<string, PublicKey>;
  nextPreKeyId: number;
}

/** Key ids are 3 bytes on the wire, and 0 is none (wire 5.3). */
const maxKeyId = 0xff_ffff;

/** As many as an ordinary client keeps addressable (wire 3.4). */
const keptSignedPreKeys = 3;

export function addressKey({ name, device }: SignalAddress): string {
  return `${name}.${device}`;
}

export function freshState(variant: Variant, { random }: AccountOptions): AccountState {
  const identity = newIdentity(variant.libsignal, random);
  const state: AccountState = {
    identity,
    kyber: variant.kyber?.fresh(identity.privateKey),
    registrationId: newRegistrationId(variant.libsignal, random),
    signedPreKeys: new Map(),
    preKeys: new Map(),
    sessions: new Map(),
    identities: new Map(),
    nextPreKeyId: 1,
  };
  addSignedPreKey(variant.libsignal, state, random);
  return state;
}

/** Turns `state` into that of a new installation on the same address. */
export function renewIdentity(variant: Variant, state: AccountState, random: Random | undefined): void {
  const { identity, kyber, registrationId, nextPreKeyId, signedPreKeys } = freshState(
    variant,
    random ? { random } : {},
  );
  Object.assign(state, { identity, kyber, registrationId, nextPreKeyId });
  for (const map of [state.signedPreKeys, state.preKeys, state.sessions, state.identities]) map.clear();
  for (const [id, record] of signedPreKeys) state.signedPreKeys.set(id, record);
}

export function addSignedPreKey(
  libsignal: Libsignal,
  state: AccountState,
  random: Random | undefined,
): SignedPreKeyRecord {
  const ids = [...state.signedPreKeys.keys()];
  const id = ((ids.at(-1) ?? 0) % maxKeyId) + 1;
  const key = newPrivateKey(libsignal, random);
  const publicKey = key.getPublicKey();
  const signature = state.identity.privateKey.sign(bytesOf(publicKey.serialize()));
  // The timestamp is libsignal's own bookkeeping; nothing here reads it.
  const record = libsignal.SignedPreKeyRecord.new(id, 0, publicKey, key, bytesOf(signature));
  state.signedPreKeys.set(id, record);
  for (const old of ids.slice(0, Math.max(0, ids.length + 1 - keptSignedPreKeys))) state.signedPreKeys.delete(old);
  return record;
}

/** @throws SignalError `bad-key-id` when the batch leaves 1 to 16777215. */
export function addPreKeys(
  libsignal: Libsignal,
  state: AccountState,
  { firstId, count, random }: { readonly firstId: number; readonly count: number; readonly random: Random | undefined },
): PreKeyRecord[] {
  const lastId = firstId + count - 1;
  if (!Number.isInteger(firstId) || !Number.isInteger(count) || count < 0 || firstId < 1 || lastId > maxKeyId) {
    throw new SignalError("bad-key-id", `Make pre-keys: found ids ${firstId} to ${lastId}, wanted 1 to ${maxKeyId}`);
  }
  const records = Array.from({ length: count }, (_, index) => {
    const key = newPrivateKey(libsignal, random);
    return libsignal.PreKeyRecord.new(firstId + index, key.getPublicKey(), key);
  });
  for (const record of records) state.preKeys.set(record.id(), record);
  state.nextPreKeyId = (lastId % maxKeyId) + 1;
  return records;
}

function newPrivateKey({ PrivateKey }: Libsignal, random: Random | undefined): PrivateKey {
  return random === undefined ? PrivateKey.generate() : PrivateKey.deserialize(bytesOf(random.bytes(32)));
}

/** Read from its stored form, the one way of making a pair that both releases have. */
function newIdentity(libsignal: Libsignal, random: Random | undefined): IdentityKeyPair {
  const key = newPrivateKey(libsignal, random);
  const fields = [lengthDelimited(1, key.getPublicKey().serialize()), lengthDelimited(2, key.serialize())];
  return libsignal.IdentityKeyPair.deserialize(Buffer.concat(fields));
}

/** 1 to 16380, as in the ordinary client. Not a secret: without another source, bytes of a throw-away key will do. */
function newRegistrationId(libsignal: Libsignal, random: Random | undefined): number {
  const drawn = random?.int(16_380) ?? bytesOf(newPrivateKey(libsignal, undefined).serialize()).readUInt16BE(8);
  return 1 + (drawn % 16_380);
}

/** The exported form: JSON of this shape in UTF-8, records in libsignal's own serialisation and base64. */
interface StoredState extends Partial<StoredKyberKeys> {
  readonly format: string;
  readonly registrationId: number;
  readonly nextPreKeyId: number;
  readonly identity: string;
  readonly signedPreKeys: readonly string[];
  readonly preKeys: readonly string[];
  readonly sessions: Readonly<Record<string, string>>;
  readonly identities: Readonly<Record<string, string>>;
}

export function writeState({ name }: Variant, state: AccountState): Uint8Array {
  const stored: StoredState = {
    format: formatOf(name),
    registrationId: state.registrationId,
    nextPreKeyId: state.nextPreKeyId,
    identity: textOf(state.identity),
    signedPreKeys: [...state.signedPreKeys.values()].map(textOf),
    preKeys: [...state.preKeys.values()].map(textOf),
    ...state.kyber?.stored,
    sessions: textsOf(state.sessions),
    identities: textsOf(state.identities),
  };
  return new TextEncoder().encode(JSON.stringify(stored));
}

/** @throws SignalError `malformed-state` for anything that `writeState` did not write for the same engine. */
export function readState({ name, libsignal, kyber }: Variant, bytes: Uint8Array): AccountState {
  const format = formatOf(name);
  try {
    const stored = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as StoredState & StoredKyberKeys;
    if (stored.format !== format) throw new TypeError("another format");
    const signedPreKeys = stored.signedPreKeys.map((item) => libsignal.SignedPreKeyRecord.deserialize(binary(item)));
    const preKeys = stored.preKeys.map((item) => libsignal.PreKeyRecord.deserialize(binary(item)));
    if (signedPreKeys.length === 0) throw new TypeError("no signed pre-key");
    return {
      identity: libsignal.IdentityKeyPair.deserialize(binary(stored.identity)),
      kyber: kyber?.restore(stored),
      registrationId: wholeNumber(stored.registrationId),
      nextPreKeyId: wholeNumber(stored.nextPreKeyId),
      signedPreKeys: new Map(signedPreKeys.map((record) => [record.id(), record])),
      preKeys: new Map(preKeys.map((record) => [record.id(), record])),
      sessions: recordsIn(stored.sessions, (item) => libsignal.SessionRecord.deserialize(item)),
      identities: recordsIn(stored.identities, (item) => libsignal.PublicKey.deserialize(item)),
    };
  } catch (cause) {
    throw new SignalError("malformed-state", `Read account state: found something else, wanted ${format}`, { cause });
  }
}

function formatOf(name: string): string {
  return `${name}/1`;
}

/** A record in the exported form. */
export function textOf(item: Serialisable): string {
  return Buffer.from(item.serialize()).toString("base64");
}

/** The bytes behind `textOf`. */
export function binary(item: string): Bytes {
  return Buffer.from(item, "base64");
}

function textsOf(items: ReadonlyMap<string, Serialisable>): Record<string, string> {
  return Object.fromEntries([...items].map(([key, item]) => [key, textOf(item)]));
}

function recordsIn<Item>(stored: Readonly<Record<string, string>>, read: (bytes: Bytes) => Item): Map<string, Item> {
  return new Map(Object.entries(stored).map(([key, item]) => [key, read(binary(item))]));
}

function wholeNumber(value: unknown): number {
  if (Number.isInteger(value)) return value as number;
  throw new TypeError("no whole number");
}
