import type { PreKeyBundle, PublicSignedPreKey, SessionEngineName } from "../account.js";

/**
 * What the session engine uses of libsignal. Two releases fit: 0.23.1, the last one that opens sessions by X3DH, and
 * 0.103.0, which opens them by PQXDH only. Where they differ, the engine asks the `Variant`.
 */
export interface Libsignal {
  readonly CiphertextMessageType: { readonly PreKey: number };
  readonly ErrorCode: { readonly DuplicatedMessage: number };
  readonly IdentityKeyPair: Form<IdentityKeyPair>;
  readonly PreKeyBundle: {
    // In brackets: `new` alone would declare a constructor.
    ["new"](
      registrationId: number,
      device: number,
      preKeyId: number | null,
      preKey: PublicKey | null,
      signedPreKeyId: number,
      signedPreKey: PublicKey,
      signature: Bytes,
      identityKey: PublicKey,
      ...kyber: readonly unknown[]
    ): object;
  };
  readonly PreKeyRecord: Form<PreKeyRecord> & {
    ["new"](id: number, publicKey: PublicKey, privateKey: PrivateKey): PreKeyRecord;
  };
  readonly PreKeySignalMessage: Form<object>;
  readonly PrivateKey: Form<PrivateKey> & { generate(): PrivateKey };
  readonly ProtocolAddress: { ["new"](name: string, device: number): object };
  readonly PublicKey: Form<PublicKey>;
  readonly SessionRecord: Form<SessionRecord>;
  readonly SignalMessage: Form<object>;
  readonly SignedPreKeyRecord: Form<SignedPreKeyRecord> & {
    ["new"](
      id: number,
      timestamp: number,
      publicKey: PublicKey,
      privateKey: PrivateKey,
      signature: Bytes,
    ): SignedPreKeyRecord;
  };
  readonly IdentityKeyStore: StoreClass;
  readonly PreKeyStore: StoreClass;
  readonly SessionStore: StoreClass;
  readonly SignedPreKeyStore: StoreClass;
  processPreKeyBundle(bundle: object, peer: object, ...selfAndStores: readonly unknown[]): Promise<void>;
  signalEncrypt(message: Bytes, peer: object, ...selfAndStores: readonly unknown[]): Promise<CiphertextMessage>;
  signalDecrypt(message: object, peer: object, ...selfAndStores: readonly unknown[]): Promise<Uint8Array>;
  signalDecryptPreKey(message: object, peer: object, ...selfAndStores: readonly unknown[]): Promise<Uint8Array>;
}

/** Where two releases of libsignal differ. */
export interface Variant {
  readonly name: SessionEngineName;
  /** High nibble of the first byte of every message. */
  readonly version: number;
  readonly libsignal: Libsignal;
  /** The number of a user's first device. */
  readonly firstDevice: number;
  /** The own address, where libsignal wants it between the peer's address and the stores. */
  readonly self: readonly object[];
  /** What a store returns when it has saved an identity. */
  identitySaved(replaced: boolean): unknown;
  /** A copy whose sending chain is `count` messages further on. Without it, the engine encrypts that many messages. */
  readonly skipAhead?: (record: SessionRecord, count: number) => Promise<SessionRecord>;
  readonly kyber?: KyberStrategy;
}

/** What PQXDH adds to X3DH: a Kyber key in each bundle and in the first message. */
export interface KyberStrategy {
  fresh(identity: PrivateKey): KyberKeys;
  /** @throws TypeError or an error of libsignal for anything that `KyberKeys.stored` did not return. */
  restore(stored: StoredKyberKeys): KyberKeys;
  /** @throws SignalError `malformed-bundle`; an error of libsignal for a key that is none. */
  bundleArguments(bundle: PreKeyBundle): readonly unknown[];
}

/** The Kyber keys of one account. */
export interface KyberKeys {
  readonly publicPreKey: PublicSignedPreKey;
  readonly stored: StoredKyberKeys;
  /** For one call into libsignal. `missing` reports a key that the account does not have. */
  begin(missing: (id: number) => never): KyberOperation;
}

export interface KyberOperation {
  readonly store: object;
  /** Keeps what the call has changed. */
  commit(): void;
}

export interface StoredKyberKeys {
  readonly kyberPreKey: string;
  readonly usedBaseKeys: readonly string[];
}

/** The one form of bytes that both releases take. */
export type Bytes = Buffer<ArrayBuffer>;

export interface Serialisable {
  serialize(): Uint8Array;
}

export interface PublicKey extends Serialisable {
  getPublicKeyBytes(): Uint8Array;
  /** Of the older release: 0 for the same key. */
  compare?(other: PublicKey): number;
  /** Of the newer release. */
  equals?(other: PublicKey): boolean;
}

export interface PrivateKey extends Serialisable {
  getPublicKey(): PublicKey;
  sign(message: Bytes): Uint8Array;
}

export interface IdentityKeyPair extends Serialisable {
  readonly publicKey: PublicKey;
  readonly privateKey: PrivateKey;
}

export interface PreKeyRecord extends Serialisable {
  id(): number;
  publicKey(): PublicKey;
  privateKey(): PrivateKey;
}

export interface SignedPreKeyRecord extends PreKeyRecord {
  signature(): Uint8Array;
}

export interface SessionRecord extends Serialisable {
  hasCurrentState(): boolean;
  archiveCurrentState(): void;
  remoteRegistrationId(): number;
}

interface CiphertextMessage extends Serialisable {
  type(): number;
}

/** A class of values that libsignal reads from bytes. */
interface Form<Value> {
  deserialize(bytes: Bytes): Value;
}

/** A base class for stores. */
export interface StoreClass {
  readonly prototype: object;
}

/** A copy, so that nothing changes under libsignal while it works. */
export function bytesOf(bytes: Uint8Array): Bytes {
  return Buffer.from(bytes);
}

/** A store with these methods. In older releases its base class puts native handles into objects, and calls them. */
export function store(base: StoreClass, methods: object): object {
  return Object.assign(Object.create(base.prototype) as object, methods);
}

export function isSameKey(one: PublicKey, other: PublicKey): boolean {
  return one.equals?.(other) ?? one.compare?.(other) === 0;
}

/** Type byte before a Curve25519 key. */
const curveType = 0x05;

/** libsignal reads public keys with their type byte. @throws Error of libsignal for other than 32 bytes. */
export function publicKey({ PublicKey }: Libsignal, raw: Uint8Array): PublicKey {
  return PublicKey.deserialize(Buffer.concat([Uint8Array.of(curveType), raw]));
}

/** The 32 bytes that stanzas and enlistments carry. */
export function rawPublicKey(key: PublicKey): Uint8Array {
  return Uint8Array.from(key.getPublicKeyBytes());
}
