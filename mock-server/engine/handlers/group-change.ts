import { childNamed, childrenNamed, node, type StanzaNode, textOf } from "../../../protocol/stanza/node.js";
import type { Account } from "../account.js";
import { addressOfMember, devicesOf, type Group, memberAt, type Member, memberOf, type Role } from "../groups.js";
import { formOf } from "../person.js";
import type { Turn } from "../turn.js";
import { groupNode } from "./group-query.js";
import type { Handler } from "./handler.js";
import { groupSender } from "./message-group.js";

/** As newer groups begin; older ones have the number of their maker in their address. */
const newGroupPrefix = "120363";

/** A new group of the sender and those it names. Members are written in the form in which the first was named. */
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

/** Everybody in the group, and those who have just left it, learn of a change; the device that made it knows. */
function tell(turn: Turn, sender: Account, group: Group, change: StanzaNode, before: readonly Account[] = []): void {
  const { from = "", ...actor } = groupSender(group, sender);
  for (const account of new Set([...before, ...devicesOf(group)])) {
    if (account !== sender) turn.notify(account, from, [change], { type: "w:gp2", ...actor });
  }
}

function participantNode(member: Member, { addressing }: Group): StanzaNode {
  return node("participant", { jid: addressOfMember(member, addressing) });
}
