import { uintToBytes } from "../../core/bytes.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import { contract } from "../settings.js";
import type { PublicPreKey, PublicSignedPreKey } from "../../signal/account.js";

/** Public keys in stanzas are 32 bytes; their type byte has a node of its own (wire 5.3). */
export const curve25519 = 5;

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
