import { childrenNamed, node, type StanzaNode } from "../../../protocol/stanza/node.js";
import { addressIn } from "../person.js";
import { Account } from "../account.js";
import { devicesOf, type Group, type Member, memberOf } from "../groups.js";
import { carried, envelopesOf, proof, refusalFor } from "./message-fanout.js";
import type { Turn } from "../turn.js";

/**
 * A message to a group: one ciphertext for all, and before it, for each device that needs it, the key to open it
 * (wire 5.6). With `participant` it is a resend for that device alone.
 */
export function routeToGroup(turn: Turn, sender: Account, message: StanzaNode, group: Group): void {
  const error = refusalFor(turn, sender, message);
  const allowed = isMember(turn, sender, group);
  if (error !== undefined || !allowed) return turn.acknowledge(sender, message, { error: error ?? "403" });
  turn.acknowledge(sender, message);
  const { participant: only } = message.attrs;
  const shared = only === undefined ? childrenNamed(message, "enc") : [];
  const single = new Map(envelopesOf(message).map(({ to, parts }) => [turn.accounts.at(to), parts]));
  for (const account of devicesOf(group)) {
    const own = single.get(account);
    const encs = [...(own ?? []), ...shared];
    if (account === sender || encs.length === 0) continue;
    const attrs = { ...carried(message), ...groupSender(group, sender), notify: sender.person?.name, t: turn.seconds };
    turn.post(account, node("message", attrs, [...encs, ...(own === undefined ? [] : proof(message, own))]));
  }
}

/** Whether the group takes what `account` says; a fault can let a stranger in. */
export function isMember(turn: Turn, account: Account, group: Group): boolean {
  const is = group.members.has(memberOf(account));
  return turn.shared.faults.apply("group-membership", is, turn.placeOf(account));
}

/** How a stanza from a member of a group says where it comes from. */
export function groupSender(group: Group, sender: Account): Readonly<Record<string, string>> {
  const participant = addressIn(sender, group.addressing);
  return { from: group.address, participant, ...addressingOf(group, memberOf(sender)), ...aliasOf(group, sender) };
}

/** Where users have two addresses, a group says which of them it goes by. */
export function addressingOf(group: Group, member: Member): Readonly<Record<string, string>> {
  return member instanceof Account ? {} : { addressing_mode: group.addressing === "lid" ? "lid" : "pn" };
}

function aliasOf(group: Group, { person }: Account): Readonly<Record<string, string>> {
  if (person === undefined) return {};
  return group.addressing === "lid" ? { participant_pn: person.phone } : { participant_lid: person.lid };
}
