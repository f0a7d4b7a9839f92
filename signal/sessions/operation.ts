import { reasonOf } from "../../core/coded-error.js";
import { SignalError, type SignalErrorCode } from "../errors.js";
import {
  type IdentityKeyPair,
  isSameKey,
  type KyberOperation,
  type Libsignal,
  type PreKeyRecord,
  type PublicKey,
  type SessionRecord,
  type SignedPreKeyRecord,
  store,
  type Variant,
} from "./libsignal.js";
import type { AccountState } from "./state.js";

/** A key that libsignal asked for and the account does not have. libsignal's own error only says that a callback failed. */
interface MissingKey {
  readonly code: Extract<SignalErrorCode, "unknown-pre-key" | "unknown-signed-pre-key">;
  readonly id: number;
}

/**
 * One call into libsignal, with its changes held back until `commit`. libsignal saves the sender's identity before it
 * has checked the MAC; without this, a forged message could replace a known identity.
 */
export class Operation {
  /** Sessions and identities: what every call wants, after the own address where that is wanted too. */
  readonly stores: readonly object[];
  session: SessionRecord | undefined;
  usedPreKeyId: number | undefined;
  missingKey: MissingKey | undefined;
  /** Whether the peer's identity is another one than before. */
  identityChanged = false;
  #identity: PublicKey | undefined;
  #kyber: KyberOperation | undefined;
  readonly #libsignal: Libsignal;
  readonly #state: AccountState;
  readonly #key: string;
  readonly #ownIdentity: IdentityKeyPair;

  /** @param key Of the peer, in the maps of `state`. */
  constructor({ libsignal, self, identitySaved }: Variant, state: AccountState, key: string) {
    this.#libsignal = libsignal;
    this.#state = state;
    this.#key = key;
    this.#ownIdentity = state.identity;
    const sessions = store(libsignal.SessionStore, {
      saveSession: async (_peer: unknown, record: SessionRecord) => void (this.session = record),
      getSession: async () => this.currentSession ?? null,
    });
    const identityKeys = store(libsignal.IdentityKeyStore, {
      getIdentityKey: async () => state.identity.privateKey,
      getLocalRegistrationId: async () => state.registrationId,
      saveIdentity: async (_peer: unknown, identity: PublicKey) => {
        this.#identity = identity;
        const known = state.identities.get(key);
        this.identityChanged = known !== undefined && !isSameKey(known, identity);
        return identitySaved(this.identityChanged);
      },
      // Changes are reported with the result, not refused: trust on first use, and afterwards.
      isTrustedIdentity: async () => true,
      getIdentity: async () => this.#identity ?? state.identities.get(key) ?? null,
    });
    this.stores = [...self, sessions, identityKeys];
  }

  /** The further stores that reading a first message wants. */
  firstMessageStores(): readonly object[] {
    const { preKeys, signedPreKeys, kyber } = this.#state;
    const ownPreKeys = store(this.#libsignal.PreKeyStore, {
      getPreKey: async (id: number): Promise<PreKeyRecord> => preKeys.get(id) ?? this.#missing("unknown-pre-key", id),
      removePreKey: async (id: number) => void (this.usedPreKeyId = id),
    });
    const ownSignedPreKeys = store(this.#libsignal.SignedPreKeyStore, {
      getSignedPreKey: async (id: number): Promise<SignedPreKeyRecord> =>
        signedPreKeys.get(id) ?? this.#missing("unknown-signed-pre-key", id),
    });
    this.#kyber = kyber?.begin((id) => this.#missing("unknown-pre-key", id));
    return [ownPreKeys, ownSignedPreKeys, ...(this.#kyber === undefined ? [] : [this.#kyber.store])];
  }

  get currentSession(): SessionRecord | undefined {
    return this.session ?? this.#state.sessions.get(this.#key);
  }

  /** Without effect when the account has taken a new identity meanwhile: old sessions must not survive that. */
  commit(): void {
    if (this.#state.identity !== this.#ownIdentity) return;
    if (this.session !== undefined) this.#state.sessions.set(this.#key, this.session);
    if (this.#identity !== undefined) this.#state.identities.set(this.#key, this.#identity);
    if (this.usedPreKeyId !== undefined) this.#state.preKeys.delete(this.usedPreKeyId);
    this.#kyber?.commit();
  }

  #missing(code: MissingKey["code"], id: number): never {
    this.missingKey = { code, id };
    throw new Error(`Found no key ${id}`);
  }
}

/** libsignal gives most failures one code; only their texts differ. The tests pin these texts. */
const texts: readonly (readonly [RegExp, SignalErrorCode])[] = [
  [/^session with .* not found/s, "no-session"],
  [/invalid signature detected/, "bad-signed-pre-key-signature"],
  [/decryption failed|MAC verification failed/, "bad-mac"],
  [/ciphertext version was/, "unsupported-version"],
  [/protobuf encoding was invalid|too short|bad key (?:length|type)|no key type/, "malformed-message"],
];

/** Gives what libsignal threw during `attempt` a code of ours. */
export function translate(
  { ErrorCode }: Pick<Libsignal, "ErrorCode">,
  attempt: string,
  thrown: unknown,
  missingKey?: MissingKey,
): SignalError {
  if (thrown instanceof SignalError) return thrown;
  if (missingKey !== undefined) {
    const found = `${missingKey.code.replaceAll("-", " ")} ${missingKey.id}`;
    return new SignalError(missingKey.code, `${attempt}: found ${found}, wanted one of ours`, { cause: thrown });
  }
  const code = codeOf(thrown, ErrorCode.DuplicatedMessage);
  return new SignalError(code, `${attempt}: found ${reasonOf(thrown)}, wanted success`, { cause: thrown });
}

/** By shape, not by class: the native part throws errors of the copy of its module that was loaded last in the process. */
function codeOf(thrown: unknown, duplicated: number): SignalErrorCode {
  if (typeof thrown !== "object" || thrown === null || !("code" in thrown)) return "signal-failure";
  if (thrown.code === duplicated) return "duplicate-message";
  const reason = reasonOf(thrown);
  return texts.find(([pattern]) => pattern.test(reason))?.[1] ?? "signal-failure";
}
