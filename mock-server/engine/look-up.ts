import { formatJid, phoneJid } from "../../protocol/ids/jid.js";
import { childNamed, childrenNamed, childrenOf, node, type StanzaNode, textOf } from "../../protocol/stanza/node.js";
import { type Account, formOf, otherForm, type Person } from "./account.js";
import type { Handler, Turn } from "./turn.js";

/** The answer about a user, by protocol. Other protocols get no answer (wire 3.5). */
const protocols: Readonly<Record<string, (person: Person, address: string) => StanzaNode>> = {
  devices: devicesNode,
  lid: (person) => node("lid", { val: person.lid }),
  contact: () => node("contact", { type: "in" }),
};

/** As in the request for key bundles. */
const maximumUsers = 256;

/** Answers which devices and addresses users have, and whether they exist. One request may name several users. */
export const lookUpUsers: Handler = (turn, sender, request) => {
  const usync = childNamed(request, "usync");
  const query = usync && childNamed(usync, "query");
  const list = usync && childNamed(usync, "list");
  if (usync === undefined || query === undefined || list === undefined) {
    return turn.refuse(sender, request, "400", "bad-request");
  }
  const users = childrenNamed(list, "user");
  if (users.length > maximumUsers) return turn.refuse(sender, request, "406", "not-acceptable");
  const asked = childrenOf(query).map(({ tag }) => tag);
  const { sid, mode, context } = usync.attrs;
  const answers = users.flatMap((user) => answerFor(turn, sender, user, asked));
  const attrs = { sid, mode, context, index: "0", last: "true" };
  const result = node(
    "result",
    {},
    asked.map((tag) => node(tag)),
  );
  turn.answer(sender, request, [node("usync", attrs, [result, node("list", {}, answers)])]);
};

function answerFor(turn: Turn, sender: Account, user: StanzaNode, asked: readonly string[]): readonly StanzaNode[] {
  const address = addressOf(user);
  const person = turn.accounts.person(address);
  if (address === undefined) return [];
  if (person === undefined) {
    const contact = asked.includes("contact") ? [node("contact", { type: "out" })] : [];
    return [node("user", { jid: address }, contact)];
  }
  // The sender learns of later changes to these devices.
  for (const own of person.devices.values()) own.peers.add(sender.address);
  const jid = person.in(formOf(address));
  const said = asked.flatMap((name) => protocols[name]?.(person, address) ?? []);
  return [node("user", { jid, pn_jid: formOf(address) === "lid" ? person.in(otherForm("lid")) : undefined }, said)];
}

/** By address, or by phone number with or without a plus. */
function addressOf(user: StanzaNode): string | undefined {
  const { jid } = user.attrs;
  if (jid !== undefined) return jid;
  const contact = childNamed(user, "contact");
  const digits = contact && textOf(contact)?.replace(/\D/g, "");
  return digits === undefined || !/^\d{1,32}$/.test(digits) ? undefined : formatJid(phoneJid(digits));
}

function devicesNode(person: Person): StanzaNode {
  const list = [...person.devices.keys()]
    .sort((a, b) => a - b)
    .map((device) => {
      // The phone signs the other devices and has no key index itself.
      return node("device", { id: String(device), "key-index": device === 0 ? undefined : String(device) });
    });
  const { keyIndexes } = person;
  const signed = keyIndexes && node("key-index-list", { ts: String(keyIndexes.timestamp) }, keyIndexes.bytes);
  return node("devices", {}, [node("device-list", {}, list), ...(signed === undefined ? [] : [signed])]);
}
