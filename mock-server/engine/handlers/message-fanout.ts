import { childNamed, childrenNamed, node, type StanzaNode } from "../../../protocol/stanza/node.js";
import type { Account } from "../account.js";
import { addressIn, type AddressForm, formOf, otherForm } from "../person.js";
import type { Handler } from "./handler.js";

/** One device's share of a message. */
export interface Envelope {
  readonly to: string;
  readonly enc: StanzaNode;
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
  const error = turn.shared.faults.apply("message-ack", undefined, turn.placeOf(sender, message.attrs["id"]));
  if (error !== undefined || receiver === undefined) {
    return turn.acknowledge(sender, message, { error: error ?? "404" });
  }
  turn.acknowledge(sender, message);
  const form = formOf(to);
  // A resend to an own device names that device, and the chat beside it.
  const chat = turn.accounts.person(recipient) ?? receiver;
  for (const { to: device, enc } of envelopesOf(message)) {
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
    turn.post(account, node("message", attrs, [enc, ...proof(message, enc)]));
  }
};

/** The ciphertexts by device: one for each of several, or a single one for the device that `to` names. */
export function envelopesOf(message: StanzaNode): readonly Envelope[] {
  const direct = childNamed(message, "enc");
  const participants = childNamed(message, "participants");
  const many = participants === undefined ? [] : childrenNamed(participants, "to");
  const shares = many.flatMap((share) => {
    const enc = childNamed(share, "enc");
    const { jid } = share.attrs;
    return enc === undefined || jid === undefined ? [] : [{ to: jid, enc }];
  });
  const { to, participant } = message.attrs;
  const only = participant ?? to;
  return direct === undefined || only === undefined || shares.length > 0 ? shares : [{ to: only, enc: direct }];
}

export function carried(message: StanzaNode): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(carriedOver.map((name) => [name, message.attrs[name]]));
}

/** The proof that a device is its user's goes along with the first messages of a session. */
export function proof(message: StanzaNode, enc: StanzaNode): readonly StanzaNode[] {
  const identity = childNamed(message, "device-identity");
  return identity !== undefined && enc.attrs["type"] === "pkmsg" ? [identity] : [];
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
