import type { Fit } from "../../core/coded-error.js";
import type * as api from "../account.js";
import type { SignalAddress } from "../address.js";
import { diagnoseFirstMessage } from "../diagnosis/diagnose.js";
import { SignalError } from "../errors.js";
import { inspectMessage } from "../inspect.js";
import {
  bytesOf,
  type PreKeyRecord,
  publicKey,
  rawPublicKey,
  type SignedPreKeyRecord,
  type Variant,
} from "./libsignal.js";
import { Operation, translate } from "./operation.js";
import {
  type AccountState,
  addPreKeys,
  addressKey,
  addSignedPreKey,
  freshState,
  readState,
  renewIdentity,
  writeState,
} from "./state.js";

/** The one session engine, over the libsignal that `variant` brings. */
export function sessionEngineOver(variant: Variant): api.SessionEngine {
  const { name, version } = variant;
  return {
    name,
    version,
    createAccount: (options = {}) => new Account(variant, freshState(variant, options), options),
    importAccount: (state, options = {}) => new Account(variant, readState(variant, state), options),
  };
}

class Account implements api.SignalAccount {
  readonly #variant: Variant;
  readonly #state: AccountState;
  readonly #options: api.AccountOptions;
  /** Calls into libsignal read a session and write it back later, so those of one account go one after another. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(variant: Variant, state: AccountState, options: api.AccountOptions) {
    this.#variant = variant;
    this.#state = state;
    this.#options = options;
  }

  get publicIdentity(): Uint8Array {
    return rawPublicKey(this.#state.identity.publicKey);
  }

  get privateIdentity(): Uint8Array {
    return Uint8Array.from(this.#state.identity.privateKey.serialize());
  }

  get registrationId(): number {
    return this.#state.registrationId;
  }

  get nextPreKeyId(): number {
    return this.#state.nextPreKeyId;
  }

  signedPreKey(): api.PublicSignedPreKey;
  signedPreKey(id: number): api.PublicSignedPreKey | undefined;
  signedPreKey(id?: number): api.PublicSignedPreKey | undefined {
    const keys = this.#state.signedPreKeys;
    const record = id === undefined ? [...keys.values()].at(-1) : keys.get(id);
    return record && publicSignedPreKey(record);
  }

  rotateSignedPreKey(): api.PublicSignedPreKey {
    return publicSignedPreKey(addSignedPreKey(this.#variant.libsignal, this.#state, this.#options.random));
  }

  generatePreKeys(firstId: number, count: number): api.PublicPreKey[] {
    const { random } = this.#options;
    return addPreKeys(this.#variant.libsignal, this.#state, { firstId, count, random }).map(publicPreKey);
  }

  bundle(preKeyId?: number): api.PreKeyBundle {
    const record = preKeyId === undefined ? undefined : this.#state.preKeys.get(preKeyId);
    const { kyber } = this.#state;
    return {
      registrationId: this.registrationId,
      identityKey: this.publicIdentity,
      signedPreKey: this.signedPreKey(),
      ...(kyber && { kyberPreKey: kyber.publicPreKey }),
      ...(record && { preKey: publicPreKey(record) }),
    };
  }

  rotateIdentity(): void {
    renewIdentity(this.#variant, this.#state, this.#options.random);
  }

  hasSession(address: SignalAddress): boolean {
    return this.#state.sessions.get(addressKey(address))?.hasCurrentState() ?? false;
  }

  deleteSession(address: SignalAddress): void {
    this.#state.sessions.delete(addressKey(address));
  }

  archiveSessions(): void {
    for (const session of this.#state.sessions.values()) session.archiveCurrentState();
  }

  registrationIdOf(address: SignalAddress): number | undefined {
    return this.hasSession(address) ? this.#state.sessions.get(addressKey(address))?.remoteRegistrationId() : undefined;
  }

  identityOf(address: SignalAddress): Uint8Array | undefined {
    const key = this.#state.identities.get(addressKey(address));
    return key && rawPublicKey(key);
  }

  forgetIdentity(address: SignalAddress): void {
    this.#state.identities.delete(addressKey(address));
  }

  async openSession(address: SignalAddress, bundle: api.PreKeyBundle): Promise<{ readonly identityChanged: boolean }> {
    return this.#perform("Open session", address, async (operation, peer) => {
      const parsed = readBundle(this.#variant, bundle, address.device);
      await this.#variant.libsignal.processPreKeyBundle(parsed, peer, ...operation.stores);
      return { identityChanged: operation.identityChanged };
    });
  }

  async encrypt(address: SignalAddress, plaintext: Uint8Array): Promise<api.SignalMessage> {
    const { CiphertextMessageType, signalEncrypt } = this.#variant.libsignal;
    return this.#perform("Encrypt", address, async ({ stores }, peer) => {
      const message = await signalEncrypt(bytesOf(plaintext), peer, ...stores);
      const type = message.type() === CiphertextMessageType.PreKey ? "pkmsg" : "msg";
      return { type, bytes: Uint8Array.from(message.serialize()) };
    });
  }

  async decrypt(address: SignalAddress, { type, bytes }: api.SignalMessage): Promise<api.DecryptedMessage> {
    const { libsignal, version: wanted } = this.#variant;
    const { version } = inspectMessage(type, bytes);
    if (version !== wanted) {
      throw new SignalError("unsupported-version", `Decrypt ${type}: found version ${version}, wanted ${wanted}`);
    }
    const opened = this.#perform(`Decrypt ${type}`, address, async (operation, peer) => {
      const { stores } = operation;
      const decrypted =
        type === "pkmsg"
          ? libsignal.signalDecryptPreKey(
              libsignal.PreKeySignalMessage.deserialize(bytesOf(bytes)),
              peer,
              ...stores,
              ...operation.firstMessageStores(),
            )
          : libsignal.signalDecrypt(libsignal.SignalMessage.deserialize(bytesOf(bytes)), peer, ...stores);
      const plaintext = Uint8Array.from(await decrypted);
      const { identityChanged, usedPreKeyId } = operation;
      return { plaintext, identityChanged, ...(usedPreKeyId !== undefined && { usedPreKeyId }) };
    });
    return type === "pkmsg" ? opened.catch((thrown: unknown) => this.#lookInto(thrown, bytes)) : opened;
  }

  /** Adds the known mistake of the sender that explains the failure. */
  #lookInto(thrown: unknown, bytes: Uint8Array): never {
    if (thrown instanceof SignalError && thrown.code === "bad-mac" && this.#variant.kyber === undefined) {
      const fit = this.#diagnose(bytes);
      if (fit !== undefined) thrown.fit = fit;
    }
    throw thrown;
  }

  #diagnose(bytes: Uint8Array): Fit | undefined {
    const { outer } = inspectMessage("pkmsg", bytes);
    const signed = outer && this.#state.signedPreKeys.get(outer.signedPreKeyId);
    if (signed === undefined) return undefined;
    const oneTime = outer?.preKeyId === undefined ? undefined : this.#state.preKeys.get(outer.preKeyId);
    return diagnoseFirstMessage({
      bytes,
      identity: { publicKey: this.publicIdentity, privateKey: this.privateIdentity },
      signedPreKey: signed.privateKey().serialize(),
      preKey: oneTime?.privateKey().serialize(),
    });
  }

  async skipAhead(address: SignalAddress, count: number): Promise<void> {
    const { skipAhead } = this.#variant;
    if (skipAhead === undefined) {
      for (let done = 0; done < count; done++) await this.encrypt(address, new Uint8Array(0));
      return;
    }
    await this.#perform("Skip ahead", address, async (operation) => {
      const session = operation.currentSession;
      if (session?.hasCurrentState() !== true) {
        throw new SignalError("no-session", "Skip ahead: found no session, wanted one");
      }
      operation.session = await skipAhead(session, count);
    });
  }

  sign(message: Uint8Array): Uint8Array {
    return Uint8Array.from(this.#state.identity.privateKey.sign(bytesOf(message)));
  }

  exportState(): Uint8Array {
    return writeState(this.#variant, this.#state);
  }

  async #perform<Result>(
    attempt: string,
    address: SignalAddress,
    call: (operation: Operation, peer: object) => Promise<Result>,
  ): Promise<Result> {
    const { libsignal, firstDevice } = this.#variant;
    const mine = this.#turn.then(async () => {
      const operation = new Operation(this.#variant, this.#state, addressKey(address));
      try {
        const result = await call(operation, libsignal.ProtocolAddress.new(address.name, address.device + firstDevice));
        operation.commit();
        return result;
      } catch (thrown) {
        throw translate(libsignal, attempt, thrown, operation.missingKey);
      }
    });
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

function readBundle({ libsignal, firstDevice, kyber }: Variant, bundle: api.PreKeyBundle, device: number): object {
  const { registrationId, identityKey, signedPreKey, preKey } = bundle;
  try {
    return libsignal.PreKeyBundle.new(
      registrationId,
      device + firstDevice,
      preKey?.id ?? null,
      preKey === undefined ? null : publicKey(libsignal, preKey.publicKey),
      signedPreKey.id,
      publicKey(libsignal, signedPreKey.publicKey),
      bytesOf(signedPreKey.signature),
      publicKey(libsignal, identityKey),
      ...(kyber?.bundleArguments(bundle) ?? []),
    );
  } catch (cause) {
    if (cause instanceof SignalError) throw cause;
    const message = "Read bundle: found a number or key that cannot be one, wanted a bundle";
    throw new SignalError("malformed-bundle", message, { cause });
  }
}

function publicPreKey(record: PreKeyRecord): api.PublicPreKey {
  return { id: record.id(), publicKey: rawPublicKey(record.publicKey()) };
}

function publicSignedPreKey(record: SignedPreKeyRecord): api.PublicSignedPreKey {
  return { ...publicPreKey(record), signature: Uint8Array.from(record.signature()) };
}
