import { childNamed, childrenNamed, node, type StanzaNode, textOf } from "../../protocol/stanza/node.js";
import { type Account, formOf } from "./account.js";
import {
  addressingOf,
  addressOfMember,
  aliasOfMember,
  devicesOf,
  type Group,
  groupSender,
  type Member,
  memberAt,
  memberOf,
  type Role,
} from "./groups.js";
import { isMember } from "./messages.js";
import type { Handler, Turn } from "./turn.js";

/** Describes a group to one of its members. */
export const describeGroup: Handler = (turn, sender, request) => {
  const group = turn.shared.groups.at(request.attrs["to"]);
  if (group === undefined) return turn.refuse(sender, request, "404", "item-not-found");
  if (!isMember(turn, sender, group)) return turn.refuse(sender, request, "403", "forbidden");
  turn.answer(sender, request, [groupNode(group)]);
};

/** Lists all groups of the sender. */
export const listGroups: Handler = (turn, sender, request) => {
  turn.answer(sender, request, [node("groups", {}, turn.shared.groups.of(memberOf(sender)).map(groupNode))]);
};

function groupNode(group: Group): StanzaNode {
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

/** The addresses of newer groups begin like this; older ones begin with the phone number of the creator. */
const newGroupPrefix = "120363";

/** Makes a group of the sender and the named users. Its stanzas use the form in which the first member was named. */
export const createGroup: Handler = (turn, sender, request) => {
  const asked = childNamed(request, "create");
  if (asked === undefined) return turn.refuse(sender, request, "400", "bad-request");
  const creator = memberOf(sender);
  const named = childrenNamed(asked, "participant").map(({ attrs }) => attrs["jid"]);
  if (named.length > turn.shared.profile.groups.maximumMembers)
    return turn.refuse(sender, request, "406", "not-acceptable");
  const members = new Map<Member, Role>([[creator, "superadmin"]]);
  for (const member of named.map((jid) => memberAt(turn.accounts, jid))) {
    if (member !== undefined && !members.has(member)) members.set(member, "member");
  }
  const group: Group = {
    address: `${newGroupPrefix}${turn.seconds}${turn.shared.nextId()}@g.us`,
    creator,
    createdAt: turn.seconds,
    addressing: formOf(named[0] ?? ""),
    subject: asked.attrs["subject"] ?? "",
    members,
  };
  turn.shared.groups.put(group);
  turn.answer(sender, request, [groupNode(group)]);
  tell(turn, sender, group, node("create", { type: "new" }, [groupNode(group)]));
};

export const addMembers: Handler = (turn, sender, request) => changeMembers(turn, sender, request, "add");

export const removeMembers: Handler = (turn, sender, request) => changeMembers(turn, sender, request, "remove");

function changeMembers(turn: Turn, sender: Account, request: StanzaNode, change: "add" | "remove"): void {
  const group = groupOfAdmin(turn, sender, request);
  const asked = childNamed(request, change);
  if (group === undefined || asked === undefined) return turn.refuse(sender, request, "403", "forbidden");
  const before = devicesOf(group);
  const changed = childrenNamed(asked, "participant").flatMap(
    ({ attrs }) => memberAt(turn.accounts, attrs["jid"]) ?? [],
  );
  for (const member of changed) {
    if (change === "add") group.members.set(member, group.members.get(member) ?? "member");
    else group.members.delete(member);
  }
  const names = changed.map((member) => participantNode(member, group));
  turn.answer(sender, request, [node(change, {}, names)]);
  tell(turn, sender, group, node(change, {}, names), before);
}

export const renameGroup: Handler = (turn, sender, request) => {
  const group = groupOfAdmin(turn, sender, request);
  const asked = childNamed(request, "subject");
  if (group === undefined || asked === undefined) return turn.refuse(sender, request, "403", "forbidden");
  group.subject = textOf(asked) ?? "";
  turn.answer(sender, request);
  tell(turn, sender, group, node("subject", { subject: group.subject, s_t: turn.seconds }));
};

export const leaveGroups: Handler = (turn, sender, request) => {
  const asked = childNamed(request, "leave");
  if (asked === undefined) return turn.refuse(sender, request, "400", "bad-request");
  const member = memberOf(sender);
  turn.answer(sender, request, [node("leave", {}, childrenNamed(asked, "group"))]);
  for (const { attrs } of childrenNamed(asked, "group")) {
    const group = turn.shared.groups.at(attrs["id"]);
    if (group === undefined || !group.members.has(member)) continue;
    const before = devicesOf(group);
    group.members.delete(member);
    tell(turn, sender, group, node("remove", {}, [participantNode(member, group)]), before);
  }
};

function groupOfAdmin(turn: Turn, sender: Account, request: StanzaNode): Group | undefined {
  const group = turn.shared.groups.at(request.attrs["to"]);
  const role = group?.members.get(memberOf(sender));
  return role === "admin" || role === "superadmin" ? group : undefined;
}

/** Tells all members about a change, and those who have just left. The device that made the change gets the answer. */
function tell(turn: Turn, sender: Account, group: Group, change: StanzaNode, before: readonly Account[] = []): void {
  const { from = "", ...actor } = groupSender(group, sender);
  for (const account of new Set([...before, ...devicesOf(group)])) {
    if (account !== sender) turn.notify(account, from, [change], { type: "w:gp2", ...actor });
  }
}

function participantNode(member: Member, { addressing }: Group): StanzaNode {
  return node("participant", { jid: addressOfMember(member, addressing) });
}
