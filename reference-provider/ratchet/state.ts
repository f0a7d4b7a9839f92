import { deserialize, serialize } from "node:v8";
import { concat } from "../../core/bytes.js";
import type { Random } from "../../core/random.js";
import { generateKeyPair, type KeyPair } from "../../protocol/noise/keys.js";
import { sign } from "../../protocol/xeddsa/xeddsa.js";
import type { SignalAddress } from "../../signal/address.js";
import { SignalError } from "../../signal/errors.js";
import type { Prelude } from "./agreement.js";
import type { Ratchet } from "./session.js";

export interface Session {
  readonly ratchet: Ratchet;
  /** The initiator's ephemeral key, which names the session: a first message that comes twice begins one session. */
  readonly base: Uint8Array;
  /** Goes in front of messages until the other side has answered. */
  readonly prelude: Prelude | undefined;
  readonly registrationId: number;
  /** Only reads. */
  readonly archived: boolean;
}

export interface SignedKey {
  readonly pair: KeyPair;
  readonly signature: Uint8Array;
}

/** Everything that one device keeps. Sessions and identities go by `nameOf`. */
export interface RatchetState {
  identity: KeyPair;
  registrationId: number;
  nextPreKeyId: number;
  /** Oldest first. */
  readonly signedPreKeys: Map<number, SignedKey>;
  readonly preKeys: Map<number, KeyPair>;
  /** Newest first. */
  readonly sessions: Map<string, readonly Session[]>;
  readonly identities: Map<string, Uint8Array>;
}

const format = "reference-ratchet/1";
const keptSignedPreKeys = 3;

/** Enlistment requires signed pre-keys that are signed as in Signal, for any protocol (interop fact 6). */
export const keyType = Uint8Array.of(0x05);

export function nameOf({ name, device }: SignalAddress): string {
  return `${name}.${device}`;
}

export function freshState(random: Random): RatchetState {
  const state: RatchetState = {
    identity: generateKeyPair(random),
    registrationId: 1 + random.int(16_380),
    nextPreKeyId: 1,
    signedPreKeys: new Map(),
    preKeys: new Map(),
    sessions: new Map(),
    identities: new Map(),
  };
  addSignedPreKey(state, random);
  return state;
}

export function addSignedPreKey(state: RatchetState, random: Random): void {
  const ids = [...state.signedPreKeys.keys()];
  const pair = generateKeyPair(random);
  const signature = sign(state.identity.privateKey, concat(keyType, pair.publicKey), random.bytes(64));
  state.signedPreKeys.set((ids.at(-1) ?? 0) + 1, { pair, signature });
  for (const old of ids.slice(0, Math.max(0, ids.length + 1 - keptSignedPreKeys))) state.signedPreKeys.delete(old);
}

export function writeState(state: RatchetState): Uint8Array {
  return Uint8Array.from(serialize({ format, state }));
}

/** @throws SignalError `malformed-state` for what `writeState` did not write. */
export function readState(bytes: Uint8Array): RatchetState {
  try {
    const read = deserialize(bytes) as { readonly format?: unknown; readonly state: RatchetState };
    if (read.format === format) return read.state;
    throw new TypeError("another format");
  } catch (cause) {
    throw new SignalError("malformed-state", `Read account state: found something else, wanted ${format}`, { cause });
  }
}
