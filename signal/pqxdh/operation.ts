import type {
  IdentityKeyPair,
  KyberPreKeyRecord,
  PreKeyRecord,
  PrivateKey,
  ProtocolAddress,
  PublicKey,
  SessionRecord,
  SignedPreKeyRecord,
} from "@signalapp/libsignal-client";
import {
  IdentityChange,
  IdentityKeyStore,
  KyberPreKeyStore,
  PreKeyStore,
  SessionStore,
  SignedPreKeyStore,
} from "@signalapp/libsignal-client";
import type { SignalErrorCode } from "../errors.js";
import type { AccountState } from "./state.js";

/** A key that libsignal asked for in vain. Its own error only says that a callback failed. */
export interface MissingKey {
  readonly code: Extract<SignalErrorCode, "unknown-pre-key" | "unknown-signed-pre-key">;
  readonly id: number;
}

/**
 * One call into libsignal, with its changes held back until `commit`. libsignal saves the sender's identity before it
 * has checked the MAC; without this, a forged message could replace a known identity.
 */
export class Operation {
  readonly sessions: SessionStore;
  readonly identityKeys: IdentityKeyStore;
  readonly preKeys: PreKeyStore;
  readonly signedPreKeys: SignedPreKeyStore;
  readonly kyberPreKeys: KyberPreKeyStore;
  session: SessionRecord | undefined;
  usedPreKeyId: number | undefined;
  usedBaseKey: string | undefined;
  missingKey: MissingKey | undefined;
  #identity: PublicKey | undefined;
  readonly #state: AccountState;
  readonly #key: string;
  readonly #acceptsChange: boolean;
  readonly #ownIdentity: IdentityKeyPair;

  constructor(state: AccountState, key: string, acceptsChange: boolean) {
    this.#state = state;
    this.#key = key;
    this.#acceptsChange = acceptsChange;
    this.#ownIdentity = state.identity;
    this.sessions = new Sessions(this);
    this.identityKeys = new IdentityKeys(this);
    this.preKeys = new PreKeys(this);
    this.signedPreKeys = new SignedPreKeys(this);
    this.kyberPreKeys = new KyberPreKeys(this);
  }

  get state(): Readonly<AccountState> {
    return this.#state;
  }

  get currentSession(): SessionRecord | undefined {
    return this.session ?? this.#state.sessions.get(this.#key);
  }

  get currentIdentity(): PublicKey | undefined {
    return this.#identity ?? this.#state.identities.get(this.#key);
  }

  get identityChanged(): boolean {
    const known = this.#state.identities.get(this.#key);
    return this.#identity !== undefined && known !== undefined && !known.equals(this.#identity);
  }

  trusts(identity: PublicKey): boolean {
    const known = this.currentIdentity;
    return this.#acceptsChange || known === undefined || known.equals(identity);
  }

  /** Returns whether another identity was known. */
  saveIdentity(identity: PublicKey): boolean {
    this.#identity = identity;
    return this.identityChanged;
  }

  /** Without effect when the account has taken a new identity meanwhile: old sessions must not survive that. */
  commit(): void {
    if (this.#state.identity !== this.#ownIdentity) return;
    if (this.session !== undefined) this.#state.sessions.set(this.#key, this.session);
    if (this.#identity !== undefined) this.#state.identities.set(this.#key, this.#identity);
    if (this.usedPreKeyId !== undefined) this.#state.preKeys.delete(this.usedPreKeyId);
    if (this.usedBaseKey !== undefined) this.#state.usedBaseKeys.add(this.usedBaseKey);
  }
}

class Sessions extends SessionStore {
  readonly #operation: Operation;

  constructor(operation: Operation) {
    super();
    this.#operation = operation;
  }

  async saveSession(_address: ProtocolAddress, record: SessionRecord): Promise<void> {
    this.#operation.session = record;
  }

  async getSession(): Promise<SessionRecord | null> {
    return this.#operation.currentSession ?? null;
  }

  async getExistingSessions(): Promise<SessionRecord[]> {
    throw new Error("Only asked for by group messages");
  }
}

class IdentityKeys extends IdentityKeyStore {
  readonly #operation: Operation;

  constructor(operation: Operation) {
    super();
    this.#operation = operation;
  }

  async getIdentityKey(): Promise<PrivateKey> {
    return this.#operation.state.identity.privateKey;
  }

  async getLocalRegistrationId(): Promise<number> {
    return this.#operation.state.registrationId;
  }

  async saveIdentity(_address: ProtocolAddress, key: PublicKey): Promise<IdentityChange> {
    return this.#operation.saveIdentity(key) ? IdentityChange.ReplacedExisting : IdentityChange.NewOrUnchanged;
  }

  async isTrustedIdentity(_address: ProtocolAddress, key: PublicKey): Promise<boolean> {
    return this.#operation.trusts(key);
  }

  async getIdentity(): Promise<PublicKey | null> {
    return this.#operation.currentIdentity ?? null;
  }
}

class PreKeys extends PreKeyStore {
  readonly #operation: Operation;

  constructor(operation: Operation) {
    super();
    this.#operation = operation;
  }

  async savePreKey(): Promise<void> {
    throw new Error("libsignal makes no pre-keys");
  }

  async getPreKey(id: number): Promise<PreKeyRecord> {
    const record = this.#operation.state.preKeys.get(id);
    if (record !== undefined) return record;
    this.#operation.missingKey = { code: "unknown-pre-key", id };
    throw new Error(`No pre-key ${id}`);
  }

  async removePreKey(id: number): Promise<void> {
    this.#operation.usedPreKeyId = id;
  }
}

class SignedPreKeys extends SignedPreKeyStore {
  readonly #operation: Operation;

  constructor(operation: Operation) {
    super();
    this.#operation = operation;
  }

  async saveSignedPreKey(): Promise<void> {
    throw new Error("libsignal makes no signed pre-keys");
  }

  async getSignedPreKey(id: number): Promise<SignedPreKeyRecord> {
    const record = this.#operation.state.signedPreKeys.get(id);
    if (record !== undefined) return record;
    this.#operation.missingKey = { code: "unknown-signed-pre-key", id };
    throw new Error(`No signed pre-key ${id}`);
  }
}

class KyberPreKeys extends KyberPreKeyStore {
  readonly #operation: Operation;

  constructor(operation: Operation) {
    super();
    this.#operation = operation;
  }

  async saveKyberPreKey(): Promise<void> {
    throw new Error("libsignal makes no Kyber pre-keys");
  }

  async getKyberPreKey(id: number): Promise<KyberPreKeyRecord> {
    const record = this.#operation.state.kyberPreKey;
    if (record.id() === id) return record;
    this.#operation.missingKey = { code: "unknown-pre-key", id };
    throw new Error(`No Kyber pre-key ${id}`);
  }

  /** The key of last resort stays. That a message is replayed shows at its one-time pre-key or its base key. */
  async markKyberPreKeyUsed(_id: number, signedPreKeyId: number, baseKey: PublicKey): Promise<void> {
    this.#operation.usedBaseKey = `${signedPreKeyId} ${Buffer.from(baseKey.serialize()).toString("hex")}`;
    if (this.#operation.state.usedBaseKeys.has(this.#operation.usedBaseKey)) throw new Error("Base key used before");
  }
}
