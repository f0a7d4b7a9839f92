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
import { Failure, reasonOf } from "./failure.js";
import { fromText, toText } from "./memory.js";

/** A user has one device. The library reads a dot in a name as the beginning of a device. */
const addressOf = (account) => new ProtocolAddress(account.replaceAll(".", "%2E"), 0);
const contactAt = (address) => decodeURIComponent(address.split(".")[0]);

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
    return this.#keys.preKeys.get(id)?.pubKey.subarray(1) ?? new Uint8Array();
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

  /** Whether there is a session to write in. */
  hasSession(contact) {
    return this.#keys.sessions.has(addressOf(contact).toString()) && !this.#keys.stale.has(contact);
  }

  /**
   * This state may be older than what the contacts have seen. Writing on in its sessions would use message keys a second
   * time, so each contact gets a new session with the next message; what is on its way still opens in the old one.
   */
  restored(self) {
    for (const address of this.#keys.sessions.keys()) this.#keys.stale.add(contactAt(address));
    const own = `::${addressOf(self).id}::`;
    for (const name of this.#keys.senderKeys.keys()) if (name.includes(own)) this.#keys.senderKeys.delete(name);
  }

  /** The server says that the contact has another identity: what was agreed with the one before is over. */
  forget(contact) {
    return this.#run(async () => {
      this.#keys.sessions.delete(addressOf(contact).toString());
      this.#keys.identities.delete(contact);
    });
  }

  /** Rejects with `recipient-keys-bad` when the keys are not signed by their identity. */
  begin(contact, bundle) {
    return this.#run(async (storage) => {
      try {
        await new SessionBuilder(storage, addressOf(contact)).processPreKeyBundle(bundle);
      } catch (thrown) {
        throw new Failure("recipient-keys-bad", `Begin a session with ${contact}: ${reasonOf(thrown)}`);
      }
      this.#keys.stale.delete(contact);
    });
  }

  encrypt(contact, plaintext) {
    return this.#run(async (storage) => {
      const { type, body } = await new SessionCipher(storage, addressOf(contact)).encrypt(plaintext);
      return { type: type === 3 ? "pkmsg" : "msg", bytes: body };
    });
  }

  /** Rejects with `duplicate-message` or `undecryptable`. */
  decrypt(contact, type, bytes) {
    return this.#run(async (storage) => {
      const cipher = new SessionCipher(storage, addressOf(contact));
      return opened(type === "pkmsg" ? cipher.decryptPreKeyWhisperMessage(bytes) : cipher.decryptWhisperMessage(bytes));
    });
  }

  /** The user's own sender key for a group, made when there is none. */
  senderKey(group, self) {
    return this.#run(async (storage) => {
      const name = new SenderKeyName(group, addressOf(self));
      return (await new GroupSessionBuilder(storage).create(name)).serialize();
    });
  }

  renewSenderKey(group, self) {
    return this.#run(async () => {
      this.#keys.senderKeys.delete(new SenderKeyName(group, addressOf(self)).toString());
    });
  }

  takeSenderKey(group, author, distribution) {
    return this.#run(async (storage) => {
      const name = new SenderKeyName(group, addressOf(author));
      const message = SenderKeyDistributionMessage.deserialize(distribution);
      await opened(new GroupSessionBuilder(storage).process(name, message));
    });
  }

  encryptForGroup(group, self, plaintext) {
    return this.#run((storage) => new GroupCipher(storage, group, addressOf(self)).encrypt(plaintext));
  }

  decryptFromGroup(group, author, bytes) {
    return this.#run((storage) => opened(new GroupCipher(storage, group, addressOf(author)).decrypt(bytes)));
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
    isTrustedIdentity: (name, key) => {
      this.#draft.identities.set(contactAt(name), Uint8Array.from(key));
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
    stale: new Set(),
  };
}

/** The library rejects with texts; one kind of them says that the message was opened before. */
async function opened(opening) {
  try {
    return await opening;
  } catch (thrown) {
    const why = reasonOf(thrown);
    throw new Failure(/DuplicatedMessage|old counter/.test(why) ? "duplicate-message" : "undecryptable", why);
  }
}
