import { childNamed, childrenNamed, childrenOf, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { type Account, type AddressForm, addressIn, formOf, otherForm } from "./account.js";
import { devicesOf, type Group, groupSender, memberOf } from "./groups.js";
import type { Handler, Turn } from "./turn.js";

/** Acknowledges a message to its sender and passes it on to its receiver (interop fact 45). */
export const routeMessage: Handler = (turn, sender, message) => {
  const { id, to, type, edit } = message.attrs;
  if (id === undefined || to === undefined) return;
  const group = turn.shared.groups.at(to);
  if (group !== undefined) return routeToGroup(turn, sender, message, group);
  if (sender.person !== undefined) return fanOut(turn, sender, message);
  const { faults } = turn.shared;
  const place = turn.placeOf(sender, id);
  if (sender.enlisted !== undefined && !faults.apply("message-arrival", true, place)) return;
  const error = sender.enlisted === undefined ? undefined : faults.apply("message-ack", undefined, place);
  const receiver = turn.accounts.at(to);
  if (error !== undefined || receiver === undefined) {
    return turn.acknowledge(sender, message, { error: error ?? "404" });
  }
  if (sender.enlisted !== undefined && !receiver.optedIn) {
    return turn.acknowledge(sender, message, { error: turn.shared.profile.reachability.refusal });
  }
  turn.acknowledge(sender, message);
  // A blocked sender must not notice: the message is acknowledged and not delivered.
  if (receiver.blocked.has(sender.address)) return;
  sender.peers.add(receiver.address);
  receiver.peers.add(sender.address);
  const t = sender.enlisted === undefined ? turn.messageTime(receiver, id) : turn.seconds;
  const attrs = { from: sender.address, id, type, edit, t };
  const stanza = node("message", attrs, message.content);
  const between = sender.enlisted !== undefined && receiver.enlisted !== undefined;
  const passed = between ? turn.shared.outbox.pass(stanza, new Uint8Array(0), turn.placeOf(receiver, id)) : [stanza];
  for (const each of passed) turn.post(receiver, each);
};

/**
 * Passes a message on to a group: one ciphertext for all, after the key to open it for each device that needs the key
 * (wire 5.6). With `participant` it is a resend for one device.
 */
function routeToGroup(turn: Turn, sender: Account, message: StanzaNode, group: Group): void {
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

/** Whether `account` may write to the group and read about it; a fault can admit others. */
export function isMember(turn: Turn, account: Account, group: Group): boolean {
  const is = group.members.has(memberOf(account));
  return turn.shared.faults.apply("group-membership", is, turn.placeOf(account));
}

/** One device's share of a message: usually one `enc`. */
interface Envelope {
  readonly to: string;
  readonly parts: readonly StanzaNode[];
}

/** Attributes that are passed on unchanged. */
const carriedOver = ["id", "type", "edit", "category"] as const;

/**
 * Passes a message on to the devices of another user and to the sender's other devices (wire 3.6). Each gets the
 * ciphertext made for it; the sender's devices also learn who the receiver is.
 */
function fanOut(turn: Turn, sender: Account, message: StanzaNode): void {
  const { to = "", recipient } = message.attrs;
  const receiver = turn.accounts.person(to);
  const error = refusalFor(turn, sender, message);
  if (error !== undefined || receiver === undefined) {
    return turn.acknowledge(sender, message, { error: error ?? "404" });
  }
  turn.acknowledge(sender, message);
  const form = formOf(to);
  // A resend to one of the sender's devices is addressed to that device and names the chat as `recipient`.
  const chat = turn.accounts.person(recipient) ?? receiver;
  for (const { to: device, parts } of envelopesOf(message)) {
    const account = turn.accounts.at(device);
    if (account === undefined || account === sender) continue;
    // A blocked sender must not notice: the message is acknowledged and not delivered.
    if (sender.person !== undefined && account.person?.blocked.has(sender.person) === true) continue;
    account.peers.add(sender.address);
    sender.peers.add(account.address);
    const own = account.person === sender.person && message.attrs["category"] !== "peer";
    const attrs = {
      from: addressIn(sender, form),
      ...(own ? { recipient: chat.in(form), ...recipientAlias(chat.in(otherForm(form)), form) } : alias(sender, form)),
      ...carried(message),
      notify: sender.person?.name,
      t: turn.seconds,
    };
    turn.post(account, node("message", attrs, [...parts, ...proof(message, parts)]));
  }
}

/** The error with which a fault refuses a message of a client under test. */
function refusalFor(turn: Turn, sender: Account, { attrs }: StanzaNode): string | undefined {
  if (sender.connection === undefined) return undefined;
  return turn.shared.faults.apply("message-ack", undefined, turn.placeOf(sender, attrs["id"]));
}

/** The ciphertexts by device: one for each of several, or a single one for the device in `to`. */
function envelopesOf(message: StanzaNode): readonly Envelope[] {
  const participants = childNamed(message, "participants");
  const shares = participants === undefined ? [] : childrenNamed(participants, "to");
  if (shares.length > 0) {
    return shares.flatMap((share) => {
      const { jid } = share.attrs;
      return jid === undefined ? [] : [{ to: jid, parts: childrenOf(share) }];
    });
  }
  const direct = childrenNamed(message, "enc");
  const { to, participant } = message.attrs;
  const only = participant ?? to;
  return direct.length === 0 || only === undefined ? [] : [{ to: only, parts: direct }];
}

function carried(message: StanzaNode): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(carriedOver.map((name) => [name, message.attrs[name]]));
}

/** The proof that a device belongs to its user, which the first messages of a session carry. */
function proof(message: StanzaNode, parts: readonly StanzaNode[]): readonly StanzaNode[] {
  const identity = childNamed(message, "device-identity");
  const first = parts.some(({ tag, attrs }) => tag === "enc" && attrs["type"] === "pkmsg");
  return identity !== undefined && first ? [identity] : [];
}

/** The sender's other address, so that receivers learn that both belong to one user. */
function alias(sender: Account, form: AddressForm): Readonly<Record<string, string>> {
  const { person } = sender;
  if (person === undefined) return {};
  return form === "lid" ? { sender_pn: person.phone } : { sender_lid: person.lid };
}

function recipientAlias(other: string, form: AddressForm): Readonly<Record<string, string>> {
  return form === "lid" ? { peer_recipient_pn: other } : { peer_recipient_lid: other };
}
