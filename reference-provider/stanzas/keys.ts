import { createHash } from "node:crypto";
import { bytesToUint, sameBytes, uintToBytes } from "../../core/bytes.js";
import { bytesOf, childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { PreKeyBundle, PublicPreKey, PublicSignedPreKey, SignalAccount } from "../../signal/account.js";
import { ProviderError } from "../errors.js";
import { contract } from "../settings.js";
import { server } from "./requests.js";

/** Public keys in stanzas have 32 bytes; their type byte is in a separate node (wire 5.3). */
const curve25519 = 5;

export function registrationNode(id: Uint8Array): StanzaNode {
  return node("registration", {}, id);
}

export function keyTypeNode(): StanzaNode {
  return node("type", {}, Uint8Array.of(curve25519));
}

export function identityNode(key: Uint8Array): StanzaNode {
  return node("identity", {}, key);
}

export function keyNode({ id, publicKey }: PublicPreKey): StanzaNode {
  return node("key", {}, [idNode(id), node("value", {}, publicKey)]);
}

export function signedKeyNode({ id, publicKey, signature }: PublicSignedPreKey): StanzaNode {
  return node("skey", {}, [idNode(id), node("value", {}, publicKey), node("signature", {}, signature)]);
}

/** Only the engine with post-quantum keys has one; its element is agreed, not published. */
export function kyberKeyNode(key: PublicSignedPreKey): StanzaNode {
  return { ...signedKeyNode(key), tag: contract.kyberKeyTag };
}

function idNode(id: number): StanzaNode {
  return node("id", {}, uintToBytes(id, 3));
}

/** The public half of what others need to write to the user. */
export interface KeyUpload {
  readonly registrationId: number;
  readonly identityKey: Uint8Array;
  readonly preKeys: readonly PublicPreKey[];
  readonly signedPreKey: PublicSignedPreKey;
  readonly kyberPreKey?: PublicSignedPreKey;
}

/** `iq xmlns=encrypt type=set`, the upload (wire 3.4). */
export function uploadRequest(id: string, keys: KeyUpload): StanzaNode {
  return encryptRequest(id, "set", [
    registrationNode(uintToBytes(keys.registrationId, 4)),
    keyTypeNode(),
    identityNode(keys.identityKey),
    node("list", {}, keys.preKeys.map(keyNode)),
    signedKeyNode(keys.signedPreKey),
    ...(keys.kyberPreKey === undefined ? [] : [kyberKeyNode(keys.kyberPreKey)]),
  ]);
}

/** The same namespace: a new signed pre-key beside the old identity. */
export function rotateRequest(id: string, signedPreKey: PublicSignedPreKey): StanzaNode {
  return encryptRequest(id, "set", [node("rotate", {}, [signedKeyNode(signedPreKey)])]);
}

function encryptRequest(id: string, type: "get" | "set", content: readonly StanzaNode[]): StanzaNode {
  return node("iq", { id, xmlns: "encrypt", type, to: server }, content);
}

/** Asks which of the user's keys the server holds (wire 3.4). */
export function digestRequest(id: string): StanzaNode {
  return encryptRequest(id, "get", [node("digest")]);
}

/** Whether the answer is about the keys of this account. The hash covers them in the order of the server's list. */
export function agreesWith(answer: StanzaNode, account: Pick<SignalAccount, "bundle">): boolean {
  const digest = childNamed(answer, "digest");
  const list = digest && childNamed(digest, "list");
  const hash = digest && childNamed(digest, "hash");
  if (list === undefined || hash === undefined) return false;
  const { identityKey, signedPreKey } = account.bundle();
  const own = createHash("sha1").update(identityKey).update(signedPreKey.publicKey).update(signedPreKey.signature);
  for (const listed of childrenNamed(list, "id")) {
    const key = account.bundle(bytesToUint(bytesOf(listed) ?? new Uint8Array(0))).preKey;
    if (key === undefined) return false;
    own.update(key.publicKey);
  }
  return sameBytes(own.digest(), bytesOf(hash) ?? new Uint8Array(0));
}

/** Asks for the keys of one user (interop fact 44). */
export function bundleRequest(id: string, jid: string): StanzaNode {
  return encryptRequest(id, "get", [node("key", {}, [node("user", { jid })])]);
}

/**
 * The keys of `jid` in the answer. The signature is not verified here.
 *
 * @throws ProviderError `recipient-unknown` when the server has no keys, `recipient-keys-bad` for wrong widths.
 */
export function readBundle(answer: StanzaNode, jid: string): PreKeyBundle {
  const list = childNamed(answer, "list");
  const user = list && childrenNamed(list, "user").find((each) => each.attrs["jid"] === jid);
  const error = user && childNamed(user, "error");
  if (user === undefined || error !== undefined) {
    const found = error === undefined ? "no such user" : `error ${error.attrs["code"] ?? "without a code"}`;
    throw new ProviderError("recipient-unknown", `Fetch keys of ${jid}: found ${found} in the answer, wanted keys`);
  }
  return { registrationId: bytesToUint(part(user, "registration", 4)), ...readKeys(user) };
}

/** The keys in `holder`: a user of a key answer, or the `keys` of a retry receipt. @throws ProviderError */
export function readKeys(holder: StanzaNode): Omit<PreKeyBundle, "registrationId"> {
  const [type] = part(holder, "type", 1);
  if (type !== curve25519) throw bad("type", `key type ${type}`, `${curve25519}`);
  const signed = childNamed(holder, "skey");
  if (signed === undefined) throw bad("skey", "none", "a signed pre-key");
  const oneTime = childNamed(holder, "key");
  const kyber = childNamed(holder, contract.kyberKeyTag);
  return {
    identityKey: part(holder, "identity", 32),
    signedPreKey: { ...readKey(signed), signature: part(signed, "signature", 64) },
    ...(kyber !== undefined && { kyberPreKey: { ...readKey(kyber, 1568), signature: part(kyber, "signature", 64) } }),
    // An exhausted queue is no error: the session begins without a one-time key (interop fact 57).
    ...(oneTime !== undefined && { preKey: readKey(oneTime) }),
  };
}

function readKey(holder: StanzaNode, width = 32): { id: number; publicKey: Uint8Array } {
  return { id: bytesToUint(part(holder, "id", 3)), publicKey: part(holder, "value", width) };
}

function part(holder: StanzaNode, name: string, length: number): Uint8Array {
  const child = childNamed(holder, name);
  const bytes = child && bytesOf(child);
  if (bytes?.length === length) return bytes;
  throw bad(name, bytes === undefined ? "no bytes" : `${bytes.length} bytes`, `${length}`);
}

function bad(name: string, found: string, wanted: string): ProviderError {
  return new ProviderError("recipient-keys-bad", `Read keys, ${name}: found ${found}, wanted ${wanted}`);
}
