import { bytesToUint, uintToBytes } from "../../core/bytes.js";
import { bytesOf, childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { KeyRecord } from "./types.js";
import type { PreKey, SignedPreKey } from "./types.js";

/** Curve25519, as the one-byte `type` element says it (wire 5.3). */
const keyType = Uint8Array.of(5);

export function identityNodes(keys: KeyRecord): StanzaNode[] {
  return [
    node("registration", {}, uintToBytes(keys.registrationId, 4)),
    node("type", {}, keyType),
    node("identity", {}, keys.identity),
  ];
}

export function preKeyNode(key: PreKey): StanzaNode {
  return node("key", {}, [node("id", {}, uintToBytes(key.id, 3)), node("value", {}, key.publicKey)]);
}

export function signedPreKeyNode(key: SignedPreKey): StanzaNode {
  const { id, publicKey, signature } = key;
  return node("skey", {}, [
    node("id", {}, uintToBytes(id, 3)),
    node("value", {}, publicKey),
    node("signature", {}, signature),
  ]);
}

/** Undefined unless every part is there with its exact width. */
export function readKeyRecord(parent: StanzaNode): KeyRecord | undefined {
  const registration = fixed(parent, "registration", 4);
  const identity = fixed(parent, "identity", 32);
  const type = fixed(parent, "type", 1);
  const signedPreKey = readSignedPreKey(childNamed(parent, "skey"));
  if (registration === undefined || identity === undefined || signedPreKey === undefined) return undefined;
  if (type?.[0] !== keyType[0]) return undefined;
  return { registrationId: bytesToUint(registration), identity, signedPreKey };
}

/** The keys below `list`; undefined when one of them is malformed. No list is an empty one. */
export function readPreKeys(parent: StanzaNode): PreKey[] | undefined {
  const list = childNamed(parent, "list");
  const found = list === undefined ? [] : childrenNamed(list, "key").map(readPreKey);
  const sound = found.filter((key) => key !== undefined);
  return sound.length === found.length ? sound : undefined;
}

export function readSignedPreKey(parent: StanzaNode | undefined): SignedPreKey | undefined {
  const key = parent && readPreKey(parent);
  const signature = parent && fixed(parent, "signature", 64);
  return key === undefined || signature === undefined ? undefined : { ...key, signature };
}

function readPreKey(parent: StanzaNode): PreKey | undefined {
  const id = fixed(parent, "id", 3);
  const publicKey = fixed(parent, "value", 32);
  return id === undefined || publicKey === undefined ? undefined : { id: bytesToUint(id), publicKey };
}

/** A copy: stanza content may be a view of a larger frame, and keys are kept. */
function fixed(parent: StanzaNode, tag: string, width: number): Uint8Array | undefined {
  const child = childNamed(parent, tag);
  const bytes = child && bytesOf(child);
  return bytes?.length === width ? Uint8Array.from(bytes) : undefined;
}
