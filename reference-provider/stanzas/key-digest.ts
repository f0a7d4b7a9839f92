import { createHash } from "node:crypto";
import { bytesToUint, sameBytes } from "../../core/bytes.js";
import { bytesOf, childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalAccount } from "../../signal/account.js";
import { encryptRequest } from "./key-upload.js";

/** Asks which of the user's keys the server holds (wire 3.4). */
export function digestRequest(id: string): StanzaNode {
  return encryptRequest(id, "get", [node("digest")]);
}

/** Whether the answer is about the keys of this account: the hash is over them, in the order in which the server lists them. */
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
