import { childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { formOf, type Person } from "./account.js";
import type { Handler } from "./turn.js";

// What ordinary clients ask for as soon as they are connected, beside keys and devices.

/**
 * Answers with the one privacy setting that changes what a client sends: whether it sends read receipts to others.
 * Without an answer, Baileys 7.0.0-rc14 sends them only to the user's own devices.
 */
export const tellPrivacy: Handler = (turn, sender, request) => {
  const value = turn.shared.profile.accounts.readReceipts;
  turn.answer(sender, request, [node("privacy", {}, [node("category", { name: "readreceipts", value })])]);
};

/** Accepts the tokens that a client gives its contacts. No one here asks for them. */
export const takePrivacyTokens: Handler = (turn, sender, request) => turn.answer(sender, request);

/** Answers that no property differs from the client's own default. */
export const tellProperties: Handler = (turn, sender, request) => {
  const protocol = childNamed(request, "props")?.attrs["protocol"];
  turn.answer(sender, request, [node("props", { protocol })]);
};

/** Lists whom the sender's user blocks. whatsmeow takes no answer without a list (interop fact 151). */
export const tellBlocked: Handler = (turn, sender, request) => {
  turn.answer(sender, request, [blockedBy(sender.person)]);
};

/**
 * Blocks or unblocks a user, and answers with the list that holds now. The ordinary server answers 400 to a client that
 * blocks a number alone (interop fact 125).
 */
export const changeBlocked: Handler = (turn, sender, request) => {
  for (const { attrs } of childrenNamed(request, "item")) {
    const { jid = "", action } = attrs;
    const other = turn.accounts.person(jid);
    if (other === undefined) return turn.refuse(sender, request, "404", "item-not-found");
    if (action === "unblock") sender.person?.blocked.delete(other);
    else if (formOf(jid) === "phone") return turn.refuse(sender, request, "400", "bad-request");
    else sender.person?.blocked.add(other);
  }
  turn.answer(sender, request, [blockedBy(sender.person)]);
};

function blockedBy(person: Person | undefined): StanzaNode {
  const items = [...(person?.blocked ?? [])].map(({ lid, phone }) => node("item", { jid: lid, pn_jid: phone }));
  return node("list", {}, items);
}
