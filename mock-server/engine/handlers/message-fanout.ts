import { childNamed, childrenNamed, childrenOf, node, type StanzaNode } from "../../../protocol/stanza/node.js";
import type { Account } from "../account.js";
import { addressIn, type AddressForm, formOf, otherForm } from "../person.js";
import type { Turn } from "../turn.js";
import type { Handler } from "./handler.js";

/** One device's share of a message: as a rule one `enc`. */
export interface Envelope {
  readonly to: string;
  readonly parts: readonly StanzaNode[];
}

/** Attributes of the sender that receivers see as they are. */
const carriedOver = ["id", "type", "edit", "category"] as const;

/**
 * A message to the devices of another user and to the sender's own (wire 3.6): each gets the ciphertext made for it, and
 * own devices learn to whom it went.
 */
export const fanOut: Handler = (turn, sender, message) => {
  const { to = "", recipient } = message.attrs;
  const receiver = turn.accounts.person(to);
  const error = refusalFor(turn, sender, message);
  if (error !== undefined || receiver === undefined) {
    return turn.acknowledge(sender, message, { error: error ?? "404" });
  }
  turn.acknowledge(sender, message);
  const form = formOf(to);
  // A resend to an own device names that device, and the chat beside it.
  const chat = turn.accounts.person(recipient) ?? receiver;
  for (const { to: device, parts } of envelopesOf(message)) {
    const account = turn.accounts.at(device);
    if (account === undefined || account === sender) continue;
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
};

/** Error with which a fault wants the message of a client under test refused. */
export function refusalFor(turn: Turn, sender: Account, { attrs }: StanzaNode): string | undefined {
  if (sender.connection === undefined) return undefined;
  return turn.shared.faults.apply("message-ack", undefined, turn.placeOf(sender, attrs["id"]));
}

/** The ciphertexts by device: one for each of several, or a single one for the device that `to` names. */
export function envelopesOf(message: StanzaNode): readonly Envelope[] {
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

export function carried(message: StanzaNode): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(carriedOver.map((name) => [name, message.attrs[name]]));
}

/** The proof that a device is its user's goes along with the first messages of a session. */
export function proof(message: StanzaNode, parts: readonly StanzaNode[]): readonly StanzaNode[] {
  const identity = childNamed(message, "device-identity");
  const first = parts.some(({ tag, attrs }) => tag === "enc" && attrs["type"] === "pkmsg");
  return identity !== undefined && first ? [identity] : [];
}

/** The sender in the other form of address, so that receivers learn that both are one. */
function alias(sender: Account, form: AddressForm): Readonly<Record<string, string>> {
  const { person } = sender;
  if (person === undefined) return {};
  return form === "lid" ? { sender_pn: person.phone } : { sender_lid: person.lid };
}

function recipientAlias(other: string, form: AddressForm): Readonly<Record<string, string>> {
  return form === "lid" ? { peer_recipient_pn: other } : { peer_recipient_lid: other };
}
