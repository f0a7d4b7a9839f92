import { uintToBytes } from "../../core/bytes.js";
import { childNamed, childrenNamed, childrenOf, describe, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { PreKeyBundle, PublicPreKey, SignalAccount } from "../../signal/account.js";
import {
  identityNodes,
  kyberPreKeyNode,
  kyberTagOf,
  preKeyNode,
  readKeyRecord,
  readPreKeys,
  signedPreKeyNode,
} from "../engine/key-bytes.js";
import type { UserContext } from "./context.js";
import { UserError } from "./errors.js";

/** One-time pre-keys per upload: enough for the contacts of a suite, few enough to be made quickly. */
const batch = 20;

/**
 * Publishes the user's current identity and a fresh batch of one-time pre-keys.
 *
 * @throws UserError `user-keys-refused`.
 */
export async function publishKeys({ account, ask, jid, profile, secrets }: UserContext): Promise<void> {
  secrets.add(`identity key of ${jid}`, account.privateIdentity);
  const preKeys = account.generatePreKeys(account.nextPreKeyId, batch);
  const answer = await ask({ type: "set", xmlns: "encrypt" }, uploadNodes(account, preKeys, kyberTagOf(profile)));
  if (answer.attrs["type"] === "result") return;
  throw new UserError("user-keys-refused", `Publish keys: found ${describe(answer)}, wanted a result`);
}

/** Fetches the keys of `jid` from the server. @throws UserError `user-bundle-unavailable`. */
export async function fetchBundle(context: UserContext, jid: string): Promise<PreKeyBundle> {
  const bundle = (await fetchBundles(context, [jid])).get(jid);
  if (bundle !== undefined) return bundle;
  throw new UserError("user-bundle-unavailable", `Fetch the keys of ${jid}: found none, wanted a bundle`);
}

/** Fetches the keys of several devices in one request; devices without keys are left out. */
export async function fetchBundles(
  { ask, profile }: UserContext,
  jids: readonly string[],
): Promise<ReadonlyMap<string, PreKeyBundle>> {
  if (jids.length === 0) return new Map();
  const asked = jids.map((jid) => node("user", { jid }));
  const answer = await ask({ type: "get", xmlns: "encrypt" }, [node("key", {}, asked)]);
  const list = childNamed(answer, "list");
  const users = list === undefined ? [] : childrenNamed(list, "user");
  const found = users.flatMap((user) => {
    const bundle = readBundle(childrenOf(user), kyberTagOf(profile));
    const { jid } = user.attrs;
    return bundle === undefined || jid === undefined ? [] : [[jid, bundle] as const];
  });
  return new Map(found);
}

/**
 * The content of an upload (wire 3.4): `registration`, `type`, `identity`, `list` and `skey`.
 *
 * @param kyberTag - The element of the Kyber pre-key, if the profile's session engine has one.
 */
function uploadNodes(
  account: SignalAccount,
  preKeys: readonly PublicPreKey[],
  kyberTag: string | undefined,
): StanzaNode[] {
  const list = node("list", {}, preKeys.map(preKeyNode));
  return [...ownIdentityNodes(account), list, ...signedNodes(account, kyberTag)];
}

/** The `keys` of a retry receipt, with which the sender opens a new session at once (wire 5.4). */
export function retryKeysNode(account: SignalAccount, preKey: PublicPreKey, kyberTag?: string): StanzaNode {
  // The registration id is a sibling of `keys`, not in it.
  const identity = ownIdentityNodes(account).filter(({ tag }) => tag !== "registration");
  return node("keys", {}, [...identity, preKeyNode(preKey), ...signedNodes(account, kyberTag)]);
}

export function registrationNode({ registrationId }: SignalAccount): StanzaNode {
  return node("registration", {}, uintToBytes(registrationId, 4));
}

/** Reads the keys among `nodes`; undefined if one is missing or has the wrong width. */
export function readBundle(nodes: readonly StanzaNode[], kyberTag?: string): PreKeyBundle | undefined {
  const holder = node("user", {}, nodes);
  const record = readKeyRecord(holder, kyberTag);
  // An upload has its one-time pre-keys in a list; a bundle has one at most, beside the other keys.
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
