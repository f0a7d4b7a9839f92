import { uintToBytes } from "../../core/bytes.js";
import { childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { PreKeyBundle, PublicPreKey, SignalAccount } from "../../signal/account.js";
import {
  identityNodes,
  kyberPreKeyNode,
  preKeyNode,
  readKeyRecord,
  readPreKeys,
  signedPreKeyNode,
} from "../engine/key-bytes.js";

/**
 * The content of an upload (wire 3.4): `registration`, `type`, `identity`, `list` and `skey`.
 *
 * @param kyberTag - The element of the Kyber pre-key, where the profile's engine has one.
 */
export function uploadNodes(
  account: SignalAccount,
  preKeys: readonly PublicPreKey[],
  kyberTag: string | undefined,
): StanzaNode[] {
  const list = node("list", {}, preKeys.map(preKeyNode));
  return [...ownIdentityNodes(account), list, ...signedNodes(account, kyberTag)];
}

/** The `keys` of a retry receipt, with which the sender opens a new session at once (wire 5.4). */
export function retryKeysNode(account: SignalAccount, preKey: PublicPreKey, kyberTag?: string): StanzaNode {
  // The registration id stands beside `keys`, not in it.
  const identity = ownIdentityNodes(account).filter(({ tag }) => tag !== "registration");
  return node("keys", {}, [...identity, preKeyNode(preKey), ...signedNodes(account, kyberTag)]);
}

export function registrationNode({ registrationId }: SignalAccount): StanzaNode {
  return node("registration", {}, uintToBytes(registrationId, 4));
}

/** Reads the keys among `nodes`; undefined when one is missing or has another width than the protocol gives it. */
export function readBundle(nodes: readonly StanzaNode[], kyberTag?: string): PreKeyBundle | undefined {
  const holder = node("user", {}, nodes);
  const record = readKeyRecord(holder, kyberTag);
  // An upload keeps one-time pre-keys in a list; a bundle has its only one beside the other keys.
  const oneTime = readPreKeys(node("user", {}, [node("list", {}, childrenNamed(holder, "key"))]));
  if (record === undefined || oneTime === undefined) return undefined;
  const { identity: identityKey, ...keys } = record;
  const [preKey] = oneTime;
  return { ...keys, identityKey, ...(preKey && { preKey }) };
}

function ownIdentityNodes(account: SignalAccount): StanzaNode[] {
  const { registrationId, publicIdentity: identity } = account;
  return identityNodes({ registrationId, identity, signedPreKey: account.signedPreKey() });
}

function signedNodes(account: SignalAccount, kyberTag: string | undefined): readonly StanzaNode[] {
  const { signedPreKey, kyberPreKey } = account.bundle();
  const kyber = kyberTag === undefined || kyberPreKey === undefined ? [] : [kyberPreKeyNode(kyberPreKey, kyberTag)];
  return [signedPreKeyNode(signedPreKey), ...kyber];
}
