import { createHash } from "node:crypto";
import { uintToBytes } from "../../../core/bytes.js";
import { node } from "../../../protocol/stanza/node.js";
import { identityNodes, signedPreKeyNode } from "../key-bytes.js";
import type { Handler } from "./handler.js";

/** What the server holds, with one hash over it, so that a client can tell whether both sides agree (wire 3.4). */
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
