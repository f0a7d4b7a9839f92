import { node, type StanzaNode } from "../../../protocol/stanza/node.js";
import { addressOfMember, aliasOfMember, type Group, memberOf } from "../groups.js";
import type { Handler } from "./handler.js";
import { addressingOf, isMember } from "./message-group.js";

/** What a member may know of a group. */
export const describeGroup: Handler = (turn, sender, request) => {
  const group = turn.shared.groups.at(request.attrs["to"]);
  if (group === undefined) return turn.refuse(sender, request, "404", "item-not-found");
  if (!isMember(turn, sender, group)) return turn.refuse(sender, request, "403", "forbidden");
  turn.answer(sender, request, [groupNode(group)]);
};

/** All groups of the sender. */
export const listGroups: Handler = (turn, sender, request) => {
  turn.answer(sender, request, [node("groups", {}, turn.shared.groups.of(memberOf(sender)).map(groupNode))]);
};

export function groupNode(group: Group): StanzaNode {
  const { address, addressing, creator, createdAt, subject, members } = group;
  const participants = [...members].map(([member, role]) => {
    const other = aliasOfMember(member, addressing);
    const alias = addressing === "lid" ? { phone_number: other } : { lid: other };
    const jid = addressOfMember(member, addressing);
    return node("participant", { jid, ...alias, type: role === "member" ? undefined : role });
  });
  const owner = addressOfMember(creator, addressing);
  const attrs = {
    id: address.replace("@g.us", ""),
    subject,
    s_t: createdAt,
    s_o: owner,
    creation: createdAt,
    creator: owner,
    ...(addressing === "lid" ? { creator_pn: aliasOfMember(creator, addressing) } : {}),
    ...addressingOf(group, creator),
    size: String(members.size),
  };
  return node("group", attrs, participants);
}
