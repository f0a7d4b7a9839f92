import type { Random } from "../core/random.js";
import type { SignalAddress } from "./address.js";

export const sessionEngineNames = ["x3dh-v3", "pqxdh-v4"] as const;

export type SessionEngineName = (typeof sessionEngineNames)[number];

/** One way to agree on keys and to frame messages. A profile names it. */
export interface SessionEngine {
  readonly name: SessionEngineName;
  /** High nibble of every message's first byte. */
  readonly version: number;
  createAccount(options?: AccountOptions): SignalAccount;
  /** Makes an account of what `exportState` returned. @throws SignalError `malformed-state`. */
  importAccount(state: Uint8Array, options?: AccountOptions): SignalAccount;
}

/** Public keys are 32 bytes everywhere in this interface, without the type byte 05 that Signal's own messages carry. */
export interface SignalAccount {
  readonly publicIdentity: Uint8Array;
  /** 32 bytes. A secret. */
  readonly privateIdentity: Uint8Array;
  readonly registrationId: number;
  /** Begin the next batch here, so that no id is used twice. */
  readonly nextPreKeyId: number;

  /** The newest signed pre-key, or an older one that still works; undefined for an id that is unknown or forgotten. */
  signedPreKey(): PublicSignedPreKey;
  signedPreKey(id: number): PublicSignedPreKey | undefined;
  /** Makes a new signed pre-key. The ones before stay usable, up to three in all. */
  rotateSignedPreKey(): PublicSignedPreKey;
  /** Makes `count` one-time pre-keys with ids from `firstId` on (1 to 16777215). @throws SignalError `bad-key-id`. */
  generatePreKeys(firstId: number, count: number): PublicPreKey[];
  /** What a peer needs to open a session; with the one-time pre-key `preKeyId` if that is still unused. */
  bundle(preKeyId?: number): PreKeyBundle;
  /** A new identity as after a re-installation: all keys are new, sessions and known identities are forgotten. */
  rotateIdentity(): void;

  hasSession(address: SignalAddress): boolean;
  /**
   * Opens a session and makes it the current one. An earlier one still decrypts late messages.
   *
   * @throws SignalError `bad-signed-pre-key-signature`, `malformed-bundle`.
   */
  openSession(address: SignalAddress, bundle: PreKeyBundle): Promise<{ readonly identityChanged: boolean }>;
  /** Forgets all sessions with `address`; its identity stays known. */
  deleteSession(address: SignalAddress): void;
  /** Sessions still read but no longer write, so the next message needs a new one. For a state that was restored. */
  archiveSessions(): void;
  /** The registration id that the peer of the current session stated; undefined without one. */
  registrationIdOf(address: SignalAddress): number | undefined;
  /**
   * Moves the sending chain on as if `count` messages had been encrypted and lost.
   *
   * @throws SignalError `no-session`.
   */
  skipAhead(address: SignalAddress, count: number): Promise<void>;
  /** The identity key last seen from `address`. */
  identityOf(address: SignalAddress): Uint8Array | undefined;
  /** The next identity of `address` counts as its first, not as a change. */
  forgetIdentity(address: SignalAddress): void;

  /** @throws SignalError `no-session`. */
  encrypt(address: SignalAddress, plaintext: Uint8Array): Promise<SignalMessage>;
  /** Nothing changes in the account when it throws. @throws SignalError */
  decrypt(address: SignalAddress, message: SignalMessage): Promise<DecryptedMessage>;

  /** XEdDSA by the identity key, 64 bytes. */
  sign(message: Uint8Array): Uint8Array;

  /** Everything, private keys included, for `importAccount` of the same engine. A secret. */
  exportState(): Uint8Array;
}

export interface AccountOptions {
  /**
   * Source of long-term keys and of the registration id; libsignal's own without it. Ephemeral keys and signature nonces
   * always come from libsignal.
   */
  readonly random?: Random;
}

export type SignalMessageType = "pkmsg" | "msg";

export interface SignalMessage {
  readonly type: SignalMessageType;
  readonly bytes: Uint8Array;
}

export interface DecryptedMessage {
  readonly plaintext: Uint8Array;
  /** True when the sender's identity key differs from the one known before. */
  readonly identityChanged: boolean;
  /** The one-time pre-key that this message used up. */
  readonly usedPreKeyId?: number;
}

export interface PublicPreKey {
  readonly id: number;
  readonly publicKey: Uint8Array;
}

export interface PublicSignedPreKey extends PublicPreKey {
  /** 64 bytes, by the identity key over 05 and `publicKey`. */
  readonly signature: Uint8Array;
}

export interface PreKeyBundle {
  readonly registrationId: number;
  readonly identityKey: Uint8Array;
  readonly signedPreKey: PublicSignedPreKey;
  /** Absent when the server has none left; a session must open without it. */
  readonly preKey?: PublicPreKey;
  /** Required by engines with post-quantum keys: 1568 bytes without the type byte 08, signed like a signed pre-key. */
  readonly kyberPreKey?: PublicSignedPreKey;
}
