import { bytesToUint, concat, uintToBytes } from "../../core/bytes.js";
import type { Random } from "../../core/random.js";
import { hkdfSha256 } from "../../core/hkdf.js";
import { diffieHellman, generateKeyPair, type KeyPair } from "../../protocol/noise/keys.js";
import type { PreKeyBundle } from "../../signal/account.js";
import { SignalError } from "../../signal/errors.js";
import { advance, type Ratchet } from "./session.js";

/** What stands in front of the first messages of a session, so that the receiver can make the same keys. */
export interface Prelude {
  readonly identity: Uint8Array;
  readonly ephemeral: Uint8Array;
  readonly registrationId: number;
  readonly signedPreKeyId: number;
  /** 0 for none. */
  readonly preKeyId: number;
}

/** The receiver's keys that a prelude names. */
export interface NamedKeys {
  readonly identity: KeyPair;
  readonly signedPreKey: KeyPair;
  readonly preKey: KeyPair | undefined;
}

const preludeLength = 32 + 32 + 4 + 3 + 3;
const info = Buffer.from("interop reference ratchet, agreement");

export function writePrelude({ identity, ephemeral, registrationId, signedPreKeyId, preKeyId }: Prelude): Uint8Array {
  const ids = [uintToBytes(registrationId, 4), uintToBytes(signedPreKeyId, 3), uintToBytes(preKeyId, 3)];
  return concat(identity, ephemeral, ...ids);
}

/** @throws SignalError `malformed-message` */
export function readPrelude(bytes: Uint8Array): { readonly prelude: Prelude; readonly message: Uint8Array } {
  if (bytes.length < preludeLength) {
    const found = `${bytes.length} bytes found, wanted at least ${preludeLength}`;
    throw new SignalError("malformed-message", `Read first message: ${found}`);
  }
  const prelude = {
    identity: bytes.slice(0, 32),
    ephemeral: bytes.slice(32, 64),
    registrationId: bytesToUint(bytes.subarray(64, 68)),
    signedPreKeyId: bytesToUint(bytes.subarray(68, 71)),
    preKeyId: bytesToUint(bytes.subarray(71, 74)),
  };
  return { prelude, message: bytes.subarray(preludeLength) };
}

/** The beginning of a session with the owner of `bundle`. */
export function begin(
  identity: KeyPair,
  bundle: PreKeyBundle,
  random: Random,
): { readonly ratchet: Ratchet; readonly ephemeral: Uint8Array } {
  const ephemeral = generateKeyPair(random);
  const { identityKey, signedPreKey, preKey } = bundle;
  const root = rootOf(
    diffieHellman(identity, signedPreKey.publicKey),
    diffieHellman(ephemeral, identityKey),
    diffieHellman(ephemeral, signedPreKey.publicKey),
    preKey === undefined ? undefined : diffieHellman(ephemeral, preKey.publicKey),
  );
  const own = generateKeyPair(random);
  const [next, sending] = advance(root, diffieHellman(own, signedPreKey.publicKey));
  const associated = concat(identity.publicKey, identityKey);
  const ratchet = { ...untouched(next, own, associated), remote: signedPreKey.publicKey, sending };
  return { ratchet, ephemeral: ephemeral.publicKey };
}

/** The same session at its other end. */
export function accept({ identity, signedPreKey, preKey }: NamedKeys, prelude: Prelude): Ratchet {
  const root = rootOf(
    diffieHellman(signedPreKey, prelude.identity),
    diffieHellman(identity, prelude.ephemeral),
    diffieHellman(signedPreKey, prelude.ephemeral),
    preKey === undefined ? undefined : diffieHellman(preKey, prelude.ephemeral),
  );
  return untouched(root, signedPreKey, concat(prelude.identity, identity.publicKey));
}

function rootOf(...secrets: readonly (Uint8Array | undefined)[]): Uint8Array {
  const known = secrets.filter((secret) => secret !== undefined);
  return hkdfSha256(new Uint8Array(0), concat(...known), info, 32);
}

function untouched(root: Uint8Array, own: KeyPair, associated: Uint8Array): Ratchet {
  const nothing = { remote: undefined, sending: undefined, receiving: undefined };
  return { ...nothing, root, own, previous: 0, past: [], waiting: new Map(), associated };
}
