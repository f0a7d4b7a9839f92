import { uintToBytes } from "../../core/bytes.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { PublicPreKey, PublicSignedPreKey } from "../../signal/account.js";
import { identityNode, keyNode, keyTypeNode, kyberKeyNode, registrationNode, signedKeyNode } from "./key-nodes.js";
import { server } from "./server.js";

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

export function encryptRequest(id: string, type: "get" | "set", content: readonly StanzaNode[]): StanzaNode {
  return node("iq", { id, xmlns: "encrypt", type, to: server }, content);
}
