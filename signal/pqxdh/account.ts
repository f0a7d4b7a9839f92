import * as libsignal from "@signalapp/libsignal-client";
import type * as api from "../account.js";
import type { SignalAddress } from "../address.js";
import { SignalError } from "../errors.js";
import { inspectMessage } from "../inspect.js";
import { kyberKey, publicKey, rawKyberKey, rawPublicKey } from "./keys.js";
import { Operation } from "./operation.js";
import { type AccountState, addPreKeys, addressKey, addSignedPreKey, renewIdentity } from "./state.js";
import { writeState } from "./state-codec.js";
import { translate } from "./translate.js";

const preKeyMessageType: number = libsignal.CiphertextMessageType.PreKey;

type Bytes = Uint8Array<ArrayBuffer>;

const firstDevice = 1;
/** Wanted by libsignal, and of no effect for names that are not Signal's service ids. */
const self = libsignal.ProtocolAddress.new("self", firstDevice);

type Attempt<Result> = (operation: Operation, address: libsignal.ProtocolAddress) => Promise<Result>;

export class PqxdhAccount implements api.SignalAccount {
  readonly #state: AccountState;
  readonly #options: api.AccountOptions;
  /** Calls into libsignal read a session and write it back later, so those of one account go one after another. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(state: AccountState, options: api.AccountOptions) {
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

  get preKeysLeft(): number {
    return this.#state.preKeys.size;
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
    return publicSignedPreKey(addSignedPreKey(this.#state, this.#options.random));
  }

  generatePreKeys(firstId: number, count: number): api.PublicPreKey[] {
    return addPreKeys(this.#state, firstId, count, this.#options.random).map(publicPreKey);
  }

  bundle(preKeyId?: number): api.PreKeyBundle {
    const record = preKeyId === undefined ? undefined : this.#state.preKeys.get(preKeyId);
    return {
      registrationId: this.registrationId,
      identityKey: this.publicIdentity,
      signedPreKey: this.signedPreKey(),
      kyberPreKey: publicKyberPreKey(this.#state.kyberPreKey),
      ...(record && { preKey: publicPreKey(record) }),
    };
  }

  rotateIdentity(): void {
    renewIdentity(this.#state, this.#options.random);
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

  async skipAhead(address: SignalAddress, count: number): Promise<void> {
    // The post-quantum part of this ratchet cannot be moved on without doing what an encryption does.
    for (let done = 0; done < count; done++) await this.encrypt(address, new Uint8Array(0));
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
      const parsed = readBundle(bundle, address.device);
      await libsignal.processPreKeyBundle(parsed, peer, self, operation.sessions, operation.identityKeys);
      return { identityChanged: operation.identityChanged };
    });
  }

  async encrypt(address: SignalAddress, plaintext: Uint8Array): Promise<api.SignalMessage> {
    return this.#perform("Encrypt", address, async (operation, peer) => {
      const { sessions, identityKeys } = operation;
      const message = await libsignal.signalEncrypt(bytesOf(plaintext), peer, self, sessions, identityKeys);
      const type = message.type() === preKeyMessageType ? "pkmsg" : "msg";
      return { type, bytes: Uint8Array.from(message.serialize()) };
    });
  }

  async decrypt(address: SignalAddress, { type, bytes }: api.SignalMessage): Promise<api.DecryptedMessage> {
    const { version } = inspectMessage(type, bytes);
    if (version !== 4) {
      throw new SignalError("unsupported-version", `Decrypt ${type}: found version ${version}, wanted 4`);
    }
    return this.#perform(`Decrypt ${type}`, address, async (operation, peer) => {
      const decrypted = await (type === "pkmsg" ? decryptFirst : decryptLater)(bytesOf(bytes), peer, operation);
      const { identityChanged, usedPreKeyId } = operation;
      return {
        plaintext: Uint8Array.from(decrypted),
        identityChanged,
        ...(usedPreKeyId !== undefined && { usedPreKeyId }),
      };
    });
  }

  sign(message: Uint8Array): Uint8Array {
    return Uint8Array.from(this.#state.identity.privateKey.sign(bytesOf(message)));
  }

  exportState(): Uint8Array {
    return writeState(this.#state);
  }

  async #perform<Result>(attempt: string, address: SignalAddress, call: Attempt<Result>): Promise<Result> {
    const mine = this.#turn.then(async () => {
      const accepts = this.#options.changedIdentity !== "refuse";
      const operation = new Operation(this.#state, addressKey(address), accepts);
      try {
        const result = await call(operation, peerAddress(address));
        operation.commit();
        return result;
      } catch (thrown) {
        throw translate(attempt, thrown, operation.missingKey);
      }
    });
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

function decryptFirst(bytes: Bytes, peer: libsignal.ProtocolAddress, operation: Operation): Promise<Bytes> {
  const { sessions, identityKeys, preKeys, signedPreKeys, kyberPreKeys } = operation;
  const message = libsignal.PreKeySignalMessage.deserialize(bytes);
  return libsignal.signalDecryptPreKey(
    message,
    peer,
    self,
    sessions,
    identityKeys,
    preKeys,
    signedPreKeys,
    kyberPreKeys,
  );
}

function decryptLater(bytes: Bytes, peer: libsignal.ProtocolAddress, operation: Operation): Promise<Bytes> {
  return libsignal.signalDecrypt(
    libsignal.SignalMessage.deserialize(bytes),
    peer,
    self,
    operation.sessions,
    operation.identityKeys,
  );
}

function readBundle(bundle: api.PreKeyBundle, device: number) {
  const { registrationId, identityKey, signedPreKey, preKey, kyberPreKey } = bundle;
  if (kyberPreKey === undefined) {
    throw new SignalError("malformed-bundle", "Read bundle: found no Kyber pre-key, wanted one");
  }
  try {
    return libsignal.PreKeyBundle.new(
      registrationId,
      device + firstDevice,
      preKey?.id ?? null,
      preKey === undefined ? null : publicKey(preKey.publicKey),
      signedPreKey.id,
      publicKey(signedPreKey.publicKey),
      bytesOf(signedPreKey.signature),
      publicKey(identityKey),
      kyberPreKey.id,
      kyberKey(kyberPreKey.publicKey),
      bytesOf(kyberPreKey.signature),
    );
  } catch (thrown) {
    throw new SignalError(
      "malformed-bundle",
      "Read bundle: found a number or key that cannot be one, wanted a bundle",
      {
        cause: thrown,
      },
    );
  }
}

function publicPreKey(record: libsignal.PreKeyRecord): api.PublicPreKey {
  return { id: record.id(), publicKey: rawPublicKey(record.publicKey()) };
}

function publicSignedPreKey(record: libsignal.SignedPreKeyRecord): api.PublicSignedPreKey {
  return {
    id: record.id(),
    publicKey: rawPublicKey(record.publicKey()),
    signature: Uint8Array.from(record.signature()),
  };
}

function publicKyberPreKey(record: libsignal.KyberPreKeyRecord): api.PublicSignedPreKey {
  return {
    id: record.id(),
    publicKey: rawKyberKey(record.publicKey()),
    signature: Uint8Array.from(record.signature()),
  };
}

/** Local bookkeeping, as for any other engine; this libsignal counts devices from 1. */
function peerAddress({ name, device }: SignalAddress): libsignal.ProtocolAddress {
  return libsignal.ProtocolAddress.new(name, device + firstDevice);
}

function bytesOf(bytes: Uint8Array): Bytes {
  return Uint8Array.from(bytes);
}
