import {
  IdentityKeyPair,
  KEMKeyPair,
  KyberPreKeyRecord,
  PreKeyRecord,
  type PublicKey,
  type SessionRecord,
  SignedPreKeyRecord,
} from "@signalapp/libsignal-client";
import type { Random } from "../../core/random.js";
import type { AccountOptions } from "../account.js";
import type { SignalAddress } from "../address.js";
import { SignalError } from "../errors.js";
import { newPrivateKey } from "./keys.js";

/** Everything an account remembers. Sessions and identities go by `addressKey`. */
export interface AccountState {
  identity: IdentityKeyPair;
  registrationId: number;
  /** Oldest first; the last is the current one. */
  readonly signedPreKeys: Map<number, SignedPreKeyRecord>;
  readonly preKeys: Map<number, PreKeyRecord>;
  /** Made with the identity and used for every session: the "last resort" key of PQXDH, section 3.2. */
  kyberPreKey: KyberPreKeyRecord;
  /** Signed pre-key and base key of each session that others began here: none may begin twice. */
  readonly usedBaseKeys: Set<string>;
  readonly sessions: Map<string, SessionRecord>;
  readonly identities: Map<string, PublicKey>;
  nextPreKeyId: number;
}

/** Key ids are 3 bytes on the wire, and 0 is none (wire 5.3). */
export const maxKeyId = 0xff_ffff;

/** As many as an ordinary client keeps addressable (wire 3.4). */
const keptSignedPreKeys = 3;

export function addressKey({ name, device }: SignalAddress): string {
  return `${name}.${device}`;
}

export function freshState({ random, registrationId }: AccountOptions): AccountState {
  const identity = newIdentity(random);
  const state: AccountState = {
    identity,
    kyberPreKey: newKyberPreKey(identity),
    registrationId: registrationId ?? newRegistrationId(random),
    signedPreKeys: new Map(),
    preKeys: new Map(),
    usedBaseKeys: new Set(),
    sessions: new Map(),
    identities: new Map(),
    nextPreKeyId: 1,
  };
  addSignedPreKey(state, random);
  return state;
}

/** Turns `state` into that of a new installation on the same address. */
export function renewIdentity(state: AccountState, random: Random | undefined): void {
  state.identity = newIdentity(random);
  state.kyberPreKey = newKyberPreKey(state.identity);
  state.registrationId = newRegistrationId(random);
  state.nextPreKeyId = 1;
  for (const map of [state.signedPreKeys, state.preKeys, state.sessions, state.identities]) map.clear();
  state.usedBaseKeys.clear();
  addSignedPreKey(state, random);
}

export function addSignedPreKey(state: AccountState, random: Random | undefined): SignedPreKeyRecord {
  const ids = [...state.signedPreKeys.keys()];
  const id = ((ids.at(-1) ?? 0) % maxKeyId) + 1;
  const key = newPrivateKey(random);
  const signature = state.identity.privateKey.sign(key.getPublicKey().serialize());
  // The timestamp is libsignal's own bookkeeping; nothing here reads it.
  const record = SignedPreKeyRecord.new(id, 0, key.getPublicKey(), key, signature);
  state.signedPreKeys.set(id, record);
  for (const old of ids.slice(0, Math.max(0, ids.length + 1 - keptSignedPreKeys))) state.signedPreKeys.delete(old);
  return record;
}

/** @throws SignalError `bad-key-id` when the batch leaves 1 to 16777215. */
export function addPreKeys(
  state: AccountState,
  firstId: number,
  count: number,
  random: Random | undefined,
): PreKeyRecord[] {
  const lastId = firstId + count - 1;
  if (!Number.isInteger(firstId) || !Number.isInteger(count) || count < 0 || firstId < 1 || lastId > maxKeyId) {
    throw new SignalError("bad-key-id", `Make pre-keys: found ids ${firstId} to ${lastId}, wanted 1 to ${maxKeyId}`);
  }
  const records = Array.from({ length: count }, (_, index) => {
    const key = newPrivateKey(random);
    return PreKeyRecord.new(firstId + index, key.getPublicKey(), key);
  });
  for (const record of records) state.preKeys.set(record.id(), record);
  state.nextPreKeyId = (lastId % maxKeyId) + 1;
  return records;
}

function newIdentity(random: Random | undefined): IdentityKeyPair {
  const key = newPrivateKey(random);
  return new IdentityKeyPair(key.getPublicKey(), key);
}

/** libsignal alone can make one, so it does not follow the seed. */
function newKyberPreKey(identity: IdentityKeyPair): KyberPreKeyRecord {
  const pair = KEMKeyPair.generate();
  return KyberPreKeyRecord.new(1, 0, pair, identity.privateKey.sign(pair.getPublicKey().serialize()));
}

/** Not a secret: some bytes of a throw-away key do when there is no other source. */
function newRegistrationId(random: Random | undefined): number {
  return 1 + (random?.int(16_380) ?? Buffer.from(newPrivateKey(undefined).serialize()).readUInt16BE(8) % 16_380);
}
