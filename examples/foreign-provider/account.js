import {
  generateIdentityKeyPair,
  generateKeyPair,
  generatePreKey,
  generateRegistrationId,
  generateSignedPreKey,
  GroupCipher,
  GroupSessionBuilder,
  ProtocolAddress,
  SenderKeyDistributionMessage,
  SenderKeyName,
  SessionBuilder,
  SessionCipher,
} from "whatsapp-rust-bridge";
import { Failure } from "./failure.js";
import { fromText, toText } from "./texts.js";

/** A user has one device. */
const device = 0;

/** The keys of a user's device, and what the Signal library keeps of others. */
export class Account {
  #keys;
  /** What a running operation has changed; kept only when it succeeds. */
  #draft;
  #turn = Promise.resolve();
  #onNewIdentity = () => undefined;

  /** `text`: an account as `export` gave it (default: new keys). */
  constructor(text) {
    this.#keys = text === undefined ? newKeys() : fromText(text);
  }

  export() {
    return toText(this.#keys);
  }

  /** Whenever a contact turns out to have another identity key than before. */
  onNewIdentity(listener) {
    this.#onNewIdentity = listener;
  }

  get noiseKey() {
    return this.#keys.noiseKey;
  }

  get identityKey() {
    return this.#keys.identity.pubKey;
  }

  get registrationId() {
    return this.#keys.registrationId;
  }

  get signedPreKey() {
    return [...this.#keys.signedPreKeys.values()].at(-1);
  }

  /** The public half of a one-time key, without its type; empty when there is none of this id. */
  publicPreKey(id) {
    return this.#keys.preKeys.get(id)?.pubKey.subarray(1) ?? new Uint8Array(0);
  }

  /** The keys before still open what is on its way. */
  rotateSignedPreKey() {
    const id = this.signedPreKey.keyId + 1;
    this.#keys.signedPreKeys.set(id, generateSignedPreKey(this.#keys.identity, id));
    return this.signedPreKey;
  }

  /** Never the same id twice. */
  newPreKeys(count) {
    return Array.from({ length: count }, () => {
      const key = generatePreKey(this.#keys.nextPreKeyId++);
      this.#keys.preKeys.set(key.keyId, key.keyPair);
      return key;
    });
  }

  hasSession(contact) {
    return this.#keys.sessions.has(new ProtocolAddress(contact, device).toString());
  }

  /** Sessions of a state that is older than what the contacts have seen would use message keys a second time. */
  forgetSessions() {
    this.#keys.sessions.clear();
    this.#keys.senderKeys.clear();
  }

  /** The server says that the contact has another identity: what was agreed with the one before is over. */
  forget(contact) {
    return this.#run(async () => {
      this.#keys.sessions.delete(new ProtocolAddress(contact, device).toString());
      this.#keys.identities.delete(contact);
    });
  }

  /** Rejects with `recipient-keys-bad` when the keys are not signed by their identity. */
  begin(contact, bundle) {
    return this.#run(async (storage) => {
      try {
        await new SessionBuilder(storage, new ProtocolAddress(contact, device)).processPreKeyBundle(bundle);
      } catch (thrown) {
        throw new Failure("recipient-keys-bad", `Begin a session with ${contact}: ${thrown.message ?? thrown}`);
      }
    });
  }

  encrypt(contact, plaintext) {
    return this.#run(async (storage) => {
      const { type, body } = await new SessionCipher(storage, new ProtocolAddress(contact, device)).encrypt(plaintext);
      return { type: type === 3 ? "pkmsg" : "msg", bytes: body };
    });
  }

  /** Rejects with `duplicate-message` or `undecryptable`. */
  decrypt(contact, type, bytes) {
    return this.#run(async (storage) => {
      const cipher = new SessionCipher(storage, new ProtocolAddress(contact, device));
      return opened(type === "pkmsg" ? cipher.decryptPreKeyWhisperMessage(bytes) : cipher.decryptWhisperMessage(bytes));
    });
  }

  /** The user's own sender key for a group, made when there is none. */
  senderKey(group, self) {
    return this.#run(async (storage) => {
      const name = new SenderKeyName(group, new ProtocolAddress(self, device));
      return (await new GroupSessionBuilder(storage).create(name)).serialize();
    });
  }

  renewSenderKey(group, self) {
    return this.#run(async () => {
      this.#keys.senderKeys.delete(new SenderKeyName(group, new ProtocolAddress(self, device)).toString());
    });
  }

  takeSenderKey(group, author, distribution) {
    return this.#run(async (storage) => {
      const name = new SenderKeyName(group, new ProtocolAddress(author, device));
      const message = SenderKeyDistributionMessage.deserialize(distribution);
      await opened(new GroupSessionBuilder(storage).process(name, message));
    });
  }

  encryptForGroup(group, self, plaintext) {
    return this.#run((storage) =>
      new GroupCipher(storage, group, new ProtocolAddress(self, device)).encrypt(plaintext),
    );
  }

  decryptFromGroup(group, author, bytes) {
    return this.#run((storage) =>
      opened(new GroupCipher(storage, group, new ProtocolAddress(author, device)).decrypt(bytes)),
    );
  }

  /**
   * One operation at a time. The library stores a session that a forged message has moved on, and the message itself would
   * then count as a duplicate: so what an operation stores becomes valid only when it has succeeded.
   */
  #run(operation) {
    const mine = this.#turn.then(async () => {
      this.#draft = { sessions: new Map(), senderKeys: new Map(), usedPreKeys: [], identities: new Map() };
      const result = await operation(this.#storage);
      const { sessions, senderKeys, usedPreKeys, identities } = this.#draft;
      for (const [address, record] of sessions) this.#keys.sessions.set(address, record);
      for (const [name, record] of senderKeys) this.#keys.senderKeys.set(name, record);
      for (const id of usedPreKeys) this.#keys.preKeys.delete(id);
      for (const [contact, key] of identities) this.#noteIdentity(contact, key);
      return result;
    });
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  #noteIdentity(contact, key) {
    const before = this.#keys.identities.get(contact);
    this.#keys.identities.set(contact, key);
    if (before !== undefined && Buffer.compare(before, key) !== 0) this.#onNewIdentity(contact);
  }

  /** What the library asks for. */
  #storage = {
    loadSession: (address) => this.#draft.sessions.get(address) ?? this.#keys.sessions.get(address),
    storeSession: (address, record) => void this.#draft.sessions.set(address, record.serialize()),
    getOurIdentity: () => this.#keys.identity,
    getOurRegistrationId: () => this.#keys.registrationId,
    // A new key is accepted, and the user told.
    isTrustedIdentity: (contact, key) => {
      this.#draft.identities.set(contact, Uint8Array.from(key));
      return true;
    },
    loadPreKey: (id) => this.#keys.preKeys.get(id),
    removePreKey: (id) => void this.#draft.usedPreKeys.push(id),
    loadSignedPreKey: (id) => this.#keys.signedPreKeys.get(id),
    loadSenderKey: (name) => this.#draft.senderKeys.get(name) ?? this.#keys.senderKeys.get(name),
    storeSenderKey: (name, record) => void this.#draft.senderKeys.set(name, Uint8Array.from(record)),
  };
}

function newKeys() {
  const identity = generateIdentityKeyPair();
  return {
    noiseKey: generateKeyPair(),
    identity,
    registrationId: generateRegistrationId(),
    signedPreKeys: new Map([[1, generateSignedPreKey(identity, 1)]]),
    preKeys: new Map(),
    nextPreKeyId: 1,
    sessions: new Map(),
    senderKeys: new Map(),
    identities: new Map(),
  };
}

/** The library rejects with texts; one kind of them says that the message was opened before. */
async function opened(opening) {
  try {
    return await opening;
  } catch (thrown) {
    const why = thrown.message ?? String(thrown);
    throw new Failure(/DuplicatedMessage|old counter/.test(why) ? "duplicate-message" : "undecryptable", why);
  }
}
