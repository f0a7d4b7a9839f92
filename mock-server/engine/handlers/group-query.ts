import { node, type StanzaNode } from "../../../protocol/stanza/node.js";
import type { Group } from "../groups.js";
import { otherForm } from "../person.js";
import type { Handler } from "./handler.js";

/** What a member may know of a group. */
export const describeGroup: Handler = (turn, sender, request) => {
  const group = turn.shared.groups.at(request.attrs["to"]);
  if (group === undefined) return turn.refuse(sender, request, "404", "item-not-found");
  if (sender.person === undefined || !group.members.has(sender.person)) {
    return turn.refuse(sender, request, "403", "forbidden");
  }
  turn.answer(sender, request, [groupNode(group)]);
};

/** All groups of the sender. */
export const listGroups: Handler = (turn, sender, request) => {
  const groups = sender.person === undefined ? [] : turn.shared.groups.of(sender.person);
  turn.answer(sender, request, [node("groups", {}, groups.map(groupNode))]);
};

export function groupNode(group: Group): StanzaNode {
  const { address, addressing, creator, createdAt, subject, members } = group;
  const participants = [...members].map(([person, role]) => {
    const alias = addressing === "lid" ? { phone_number: person.phone } : { lid: person.lid };
    const jid = person.in(addressing);
    return node("participant", { jid, ...alias, type: role === "member" ? undefined : role });
  });
  const owner = creator.in(addressing);
  const attrs = {
    id: address.replace("@g.us", ""),
    subject,
    s_t: createdAt,
    s_o: owner,
    creation: createdAt,
    creator: owner,
    ...(addressing === "lid" ? { creator_pn: creator.in(otherForm(addressing)) } : {}),
    addressing_mode: addressing === "lid" ? "lid" : "pn",
    size: String(members.size),
  };
  return node("group", attrs, participants);
}
