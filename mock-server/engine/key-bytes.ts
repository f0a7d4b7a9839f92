import { bytesToUint, uintToBytes } from "../../core/bytes.js";
import type { Profile } from "../../profiles/profile.js";
import { bytesOf, childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { KeyRecord } from "./types.js";
import type { PreKey, SignedPreKey } from "./types.js";

/** Curve25519, in the one-byte `type` element (wire 5.3). */
const keyType = Uint8Array.of(5);
const curveWidth = 32;
/** Kyber1024, without the type byte. */
const kyberWidth = 1568;

/** The element of Kyber pre-keys; undefined if the profile's session engine has none. */
export function kyberTagOf({ session }: Pick<Profile, "session">): string | undefined {
  return session.engine === "pqxdh-v4" ? session.kyberKeyTag : undefined;
}

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

export function kyberPreKeyNode(key: SignedPreKey, kyberTag: string): StanzaNode {
  return { ...signedPreKeyNode(key), tag: kyberTag };
}

/**
 * Undefined unless every part is present with its exact width.
 *
 * @param kyberTag - The element of the Kyber pre-key, if one is required.
 */
export function readKeyRecord(parent: StanzaNode, kyberTag?: string): KeyRecord | undefined {
  const registration = fixed(parent, "registration", 4);
  const identity = fixed(parent, "identity", 32);
  const type = fixed(parent, "type", 1);
  const signedPreKey = readSignedPreKey(childNamed(parent, "skey"));
  if (registration === undefined || identity === undefined || signedPreKey === undefined) return undefined;
  if (type?.[0] !== keyType[0]) return undefined;
  const record = { registrationId: bytesToUint(registration), identity, signedPreKey };
  if (kyberTag === undefined) return record;
  const kyberPreKey = readSigned(childNamed(parent, kyberTag), kyberWidth);
  return kyberPreKey && { ...record, kyberPreKey };
}

/** The keys below `list`; undefined if one of them is malformed. A missing list counts as an empty one. */
export function readPreKeys(parent: StanzaNode): PreKey[] | undefined {
  const list = childNamed(parent, "list");
  const found = list === undefined ? [] : childrenNamed(list, "key").map((key) => readPreKey(key, curveWidth));
  const sound = found.filter((key) => key !== undefined);
  return sound.length === found.length ? sound : undefined;
}

export function readSignedPreKey(parent: StanzaNode | undefined): SignedPreKey | undefined {
  return readSigned(parent, curveWidth);
}

function readSigned(parent: StanzaNode | undefined, width: number): SignedPreKey | undefined {
  const key = parent && readPreKey(parent, width);
  const signature = parent && fixed(parent, "signature", 64);
  return key === undefined || signature === undefined ? undefined : { ...key, signature };
}

function readPreKey(parent: StanzaNode, width: number): PreKey | undefined {
  const id = fixed(parent, "id", 3);
  const publicKey = fixed(parent, "value", width);
  return id === undefined || publicKey === undefined ? undefined : { id: bytesToUint(id), publicKey };
}

/** A copy: stanza content may be a view of a larger frame, and keys are kept. */
function fixed(parent: StanzaNode, tag: string, width: number): Uint8Array | undefined {
  const child = childNamed(parent, tag);
  const bytes = child && bytesOf(child);
  return bytes?.length === width ? Uint8Array.from(bytes) : undefined;
}
