import { createHash } from "node:crypto";
import { Failure } from "./failure.js";
import { bytesOf, childOf, childrenOf, node, server } from "./stanza.js";
import { toUint, typed, uint, untyped } from "./wire.js";

/** Keys in stanzas have 32 bytes, and their type stands beside them (docs/wire.md, 3.4 and 5.3). */
const curve25519 = 5;
const batch = 30;

const keyNode = ({ keyId, keyPair }) =>
  node("key", {}, [node("id", {}, uint(keyId, 3)), node("value", {}, untyped(keyPair.pubKey))]);

const signedKeyNode = ({ keyId, keyPair, signature }) =>
  node("skey", {}, [
    node("id", {}, uint(keyId, 3)),
    node("value", {}, untyped(keyPair.pubKey)),
    node("signature", {}, signature),
  ]);

export const registrationNode = (account) => node("registration", {}, uint(account.registrationId, 4));

const identityNodes = (account) => [
  node("type", {}, Uint8Array.of(curve25519)),
  node("identity", {}, untyped(account.identityKey)),
];

/** In a retry receipt: everything for a new session. The one-time key is fresh, because uploaded ones may be in use. */
export function keysNode(account) {
  const [oneTime] = account.newPreKeys(1);
  return node("keys", {}, [...identityNodes(account), keyNode(oneTime), signedKeyNode(account.signedPreKey)]);
}

/** Keeps enough of a user's public keys at the server. */
export class KeyStore {
  #user;
  #uploaded = false;
  #uploading;

  constructor(user) {
    this.#user = user;
  }

  /** After a login: the first time, and when the server has other keys than these. */
  async check() {
    if (!this.#uploaded || !(await this.#serverAgrees())) await this.upload();
  }

  /** One at a time: several notices may ask for the same keys. Failures are reported, and tried again after the next login. */
  upload() {
    this.#uploading ??= this.#send().finally(() => {
      this.#uploading = undefined;
    });
    return this.#uploading;
  }

  async rotate() {
    const { account, session } = this.#user;
    const key = account.rotateSignedPreKey();
    this.#user.save();
    this.#uploaded &&= session.online;
    if (session.online) await this.#ask("set", [node("rotate", {}, [signedKeyNode(key)])]);
  }

  /** Resolves with what the library needs for a session. Rejects with `recipient-unknown` or `recipient-keys-bad`. */
  async fetch(contact) {
    const answer = await this.#ask("get", [node("key", {}, [node("user", { jid: contact })])]);
    const user = childrenOf(childOf(answer, "list") ?? answer, "user").find(({ attrs }) => attrs.jid === contact);
    if (user === undefined || childOf(user, "error") !== undefined) {
      throw new Failure("recipient-unknown", `Fetch the keys of ${contact}: found none`);
    }
    return bundleIn(user, childOf(user, "registration"));
  }

  async #send() {
    const { account, events } = this.#user;
    const keys = account.newPreKeys(batch);
    // The private halves first: a contact may use a key at once.
    this.#user.save();
    try {
      await this.#ask("set", [
        registrationNode(account),
        ...identityNodes(account),
        node("list", {}, keys.map(keyNode)),
        signedKeyNode(account.signedPreKey),
      ]);
      this.#uploaded = true;
    } catch (thrown) {
      events.push({ kind: "error", code: "key-upload-failed", detail: thrown.message });
    }
  }

  async #serverAgrees() {
    try {
      const digest = childOf(await this.#ask("get", [node("digest")]), "digest");
      return digest !== undefined && this.#digest(childOf(digest, "list")).equals(bytesOf(childOf(digest, "hash")));
    } catch (thrown) {
      return thrown.code !== "request-refused";
    }
  }

  /** SHA-1 over identity, signed pre-key, its signature, and the one-time keys in the order of the server's list. */
  #digest(list) {
    const { account } = this.#user;
    const { keyPair, signature } = account.signedPreKey;
    const hash = createHash("sha1")
      .update(untyped(account.identityKey))
      .update(untyped(keyPair.pubKey))
      .update(signature);
    for (const id of childrenOf(list ?? node(""), "id")) hash.update(account.publicPreKey(toUint(bytesOf(id))));
    return hash.digest();
  }

  #ask(type, content) {
    return this.#user.session.request({ xmlns: "encrypt", type, to: server }, content);
  }
}

/** The keys in a bundle, or in the `keys` of a retry receipt. */
export function bundleIn(holder, registration) {
  const [type] = part(holder, "type", 1);
  if (type !== curve25519)
    throw new Failure("recipient-keys-bad", `Read keys: found type ${type}, wanted ${curve25519}`);
  const signed = childOf(holder, "skey");
  const oneTime = childOf(holder, "key");
  return {
    registrationId: toUint(bytesOf(registration)),
    identityKey: typed(part(holder, "identity", 32)),
    signedPreKey: { ...keyIn(signed), signature: part(signed, "signature", 64) },
    ...(oneTime !== undefined && { preKey: keyIn(oneTime) }),
  };
}

function keyIn(holder) {
  return { keyId: toUint(part(holder, "id", 3)), publicKey: typed(part(holder, "value", 32)) };
}

function part(holder = node(""), name, length) {
  const bytes = bytesOf(childOf(holder, name));
  if (bytes.length === length) return Uint8Array.from(bytes);
  throw new Failure("recipient-keys-bad", `Read keys: found ${bytes.length} bytes in ${name}, wanted ${length}`);
}
