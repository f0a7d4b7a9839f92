import { childNamed, childrenNamed, node, type StanzaNode } from "../../../protocol/stanza/node.js";
import type { Account } from "../account.js";
import { identityNodes, kyberPreKeyNode, kyberTagOf, preKeyNode, signedPreKeyNode } from "../key-bytes.js";
import { warnOfFewKeys } from "../notices.js";
import type { Turn } from "../turn.js";
import type { Handler } from "./handler.js";

/** As many as the look-up of users takes (interop fact 15); the limit of this request is not public. */
const maximumUsers = 256;

/** Key bundles of other users (interop fact 44), each with one one-time pre-key as long as there are any. */
export const fetchKeys: Handler = (turn, sender, request) => {
  const list = childNamed(request, "key");
  const asked = list === undefined ? [] : childrenNamed(list, "user");
  if (asked.length === 0) return turn.refuse(sender, request, "400", "bad-request");
  if (asked.length > maximumUsers) return turn.refuse(sender, request, "406", "not-acceptable");
  const bundles = asked.map(({ attrs }) => bundleFor(turn, sender, attrs["jid"]));
  turn.answer(sender, request, [node("list", {}, bundles)]);
};

function bundleFor(turn: Turn, sender: Account, jid: string | undefined): StanzaNode {
  const owner = turn.accounts.at(jid);
  if (owner?.keys === undefined) return node("user", { jid }, [node("error", { code: "404", text: "item-not-found" })]);
  owner.peers.add(sender.address);
  const enough = owner.preKeysLeft >= turn.shared.profile.keys.lowWater;
  const oneTime = owner.takePreKey();
  // Once, when the number falls below the mark; the next reminder comes with the next login.
  if (enough) warnOfFewKeys(turn, owner);
  const bundle = node("user", { jid }, [
    ...identityNodes(owner.keys),
    signedPreKeyNode(owner.keys.signedPreKey),
    ...kyberNodes(turn, owner),
    ...(oneTime === undefined ? [] : [preKeyNode(oneTime)]),
  ]);
  // Faults show what a provider does with a bad bundle; simulated users are not under test.
  return sender.connection === undefined ? bundle : turn.shared.faults.apply("bundle", bundle, turn.placeOf(sender));
}

function kyberNodes(turn: Turn, { keys }: Account): readonly StanzaNode[] {
  const tag = kyberTagOf(turn.shared.profile);
  return tag === undefined || keys?.kyberPreKey === undefined ? [] : [kyberPreKeyNode(keys.kyberPreKey, tag)];
}
