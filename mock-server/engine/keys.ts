import { createHash } from "node:crypto";
import { sameBytes, uintToBytes } from "../../core/bytes.js";
import { serverAddress } from "../../protocol/ids/jid.js";
import { childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { type Account, addressIn } from "./account.js";
import {
  identityNodes,
  kyberPreKeyNode,
  kyberTagOf,
  preKeyNode,
  readKeyRecord,
  readPreKeys,
  readSignedPreKey,
  signedPreKeyNode,
} from "./key-bytes.js";
import type { Handler, Turn } from "./turn.js";

/**
 * Stores identity, signed pre-key and one-time pre-keys (wire 3.4). A provider's user keeps the identity that it
 * enlisted with until it enlists again. A simulated user may upload a new one, as after a re-installation.
 */
export const storeKeys: Handler = (turn, sender, request) => {
  const record = readKeyRecord(request, kyberTagOf(turn.shared.profile));
  const preKeys = readPreKeys(request);
  if (record === undefined || preKeys === undefined) return turn.refuse(sender, request, "400", "bad-request");
  const { enlisted } = sender;
  const foreign = enlisted !== undefined && !sameBytes(enlisted.identity, record.identity);
  if (foreign || preKeys.length > turn.shared.profile.keys.maximumUpload) {
    return turn.refuse(sender, request, "406", "not-acceptable");
  }
  const error = turn.shared.faults.apply("key-upload", undefined, turn.placeOf(sender));
  if (error !== undefined) return turn.refuse(sender, request, error, "upload-refused");
  const changed = sender.setKeys(record);
  sender.addPreKeys(preKeys);
  if (turn.shared.faults.apply("key-upload-answer", true, turn.placeOf(sender))) turn.answer(sender, request);
  if (changed) tellIdentityChange(turn, sender);
};

/** Replaces the signed pre-key. */
export const rotateSignedPreKey: Handler = (turn, sender, request) => {
  const rotate = childNamed(request, "rotate");
  const signedPreKey = rotate && readSignedPreKey(childNamed(rotate, "skey"));
  if (signedPreKey === undefined || sender.keys === undefined) {
    return turn.refuse(sender, request, "400", "bad-request");
  }
  sender.keys.signedPreKey = signedPreKey;
  turn.answer(sender, request);
};

/** Answers how many one-time pre-keys of the sender are left. */
export const countKeys: Handler = (turn, sender, request) => {
  turn.answer(sender, request, [node("count", { value: String(sender.preKeysLeft) })]);
};

/** Answers which keys the server holds, with a hash over them, so that a client can compare (wire 3.4). */
export const digestKeys: Handler = (turn, sender, request) => {
  const { keys, preKeys } = sender;
  if (keys === undefined) return turn.refuse(sender, request, "404", "item-not-found");
  const hash = createHash("sha1").update(keys.identity);
  hash.update(keys.signedPreKey.publicKey).update(keys.signedPreKey.signature);
  for (const { publicKey } of preKeys) hash.update(publicKey);
  const ids = preKeys.map(({ id }) => node("id", {}, uintToBytes(id, 3)));
  const digest = node("digest", {}, [
    ...identityNodes(keys),
    signedPreKeyNode(keys.signedPreKey),
    node("list", {}, ids),
    node("hash", {}, Uint8Array.from(hash.digest())),
  ]);
  turn.answer(sender, request, [turn.shared.faults.apply("key-digest", digest, turn.placeOf(sender))]);
};

/** The limit of the look-up of users (interop fact 15); that of this request is not public. */
const maximumUsers = 256;

/** Hands out key bundles of other users (interop fact 44), each with a one-time pre-key while there are any. */
export const fetchKeys: Handler = (turn, sender, request) => {
  const list = childNamed(request, "key");
  const asked = list === undefined ? [] : childrenNamed(list, "user");
  if (asked.length === 0) return turn.refuse(sender, request, "400", "bad-request");
  if (asked.length > maximumUsers) return turn.refuse(sender, request, "406", "not-acceptable");
  // As for bundles: what simulated users ask for is not under test.
  const error = sender.connection && turn.shared.faults.apply("key-fetch", undefined, turn.placeOf(sender));
  if (error !== undefined) return turn.refuse(sender, request, error, "rate-overlimit");
  const bundles = asked.map(({ attrs }) => bundleFor(turn, sender, attrs["jid"]));
  turn.answer(sender, request, [node("list", {}, bundles)]);
};

function bundleFor(turn: Turn, sender: Account, jid: string | undefined): StanzaNode {
  const owner = turn.accounts.at(jid);
  if (owner?.keys === undefined) return node("user", { jid }, [node("error", { code: "404", text: "item-not-found" })]);
  owner.peers.add(sender.address);
  const enough = owner.preKeysLeft >= turn.shared.profile.keys.lowWater;
  const plentiful =
    sender.connection !== undefined || turn.shared.faults.apply("one-time-key", true, turn.placeOf(owner));
  const oneTime = plentiful ? owner.takePreKey() : undefined;
  // Only when the number falls below the mark. The next reminder comes with the next login.
  if (enough) warnOfFewKeys(turn, owner);
  const bundle = node("user", { jid }, [
    ...identityNodes(owner.keys),
    signedPreKeyNode(owner.keys.signedPreKey),
    ...kyberNodes(turn, owner),
    ...(oneTime === undefined ? [] : [preKeyNode(oneTime)]),
  ]);
  // Simulated users have no connection. They are not under test, so no fault acts on what they get.
  return sender.connection === undefined ? bundle : turn.shared.faults.apply("bundle", bundle, turn.placeOf(sender));
}

function kyberNodes(turn: Turn, { keys }: Account): readonly StanzaNode[] {
  const tag = kyberTagOf(turn.shared.profile);
  return tag === undefined || keys?.kyberPreKey === undefined ? [] : [kyberPreKeyNode(keys.kyberPreKey, tag)];
}

/** Asks the client to upload one-time pre-keys when few are left (wire 3.4). */
export function warnOfFewKeys(turn: Turn, account: Account): void {
  if (account.preKeysLeft >= turn.shared.profile.keys.lowWater) return;
  turn.notify(account, serverAddress, [node("count", { value: String(account.preKeysLeft) })]);
}

/** Removes waiting reminders, because the number that they state is outdated. */
export function withdrawKeyNotices(account: Account): void {
  account.mailbox.removeWhere(isKeyNotice);
}

function isKeyNotice(stanza: StanzaNode): boolean {
  return stanza.tag === "notification" && childNamed(stanza, "count") !== undefined;
}

/**
 * Tells everyone who may have a session with `account` that its identity key has changed (wire 5.5). A user with two
 * addresses is named by each of them, because clients keep sessions under either (interop fact 181).
 */
export function tellIdentityChange(turn: Turn, account: Account): void {
  if (!turn.shared.faults.apply("identity-notice", true, { accounts: account.names })) return;
  for (const address of account.peers) {
    const peer = turn.accounts.at(address);
    if (peer === undefined || peer === account) continue;
    const names = new Set([addressIn(account, "phone"), addressIn(account, "lid")]);
    for (const from of names) turn.notify(peer, from, [node("identity")]);
  }
}
