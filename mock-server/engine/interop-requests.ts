import type { InteropRequest } from "../../faults/hooks.js";
import type { RequestProfile } from "../../profiles/profile.js";
import { childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { unenlist } from "./sessions.js";
import type { Handler, Turn } from "./turn.js";

/** The requests whose form the profile decides. */
const requests: readonly {
  readonly type: "get" | "set";
  readonly name: InteropRequest["name"];
  readonly handler: Handler;
}[] = [
  { type: "get", name: "blocklist", handler: readBlocklist },
  { type: "set", name: "blocklist", handler: changeBlocklist },
  { type: "set", name: "deletion", handler: removeAccount },
  { type: "set", name: "reachability", handler: passNotice },
];

/** The handler of such a request; undefined for any other. */
export function interopHandler(turn: Turn, stanza: StanzaNode): Handler | undefined {
  const forms = turn.shared.profile.requests;
  const found = requests.find(({ type, name }) => type === stanza.attrs["type"] && isOf(forms[name], stanza));
  if (found === undefined) return undefined;
  return (_, sender, request) => {
    const place = turn.placeOf(sender);
    const { error } = turn.shared.faults.apply("interop-request", { name: found.name }, place);
    if (error === undefined) found.handler(turn, sender, request);
    else turn.refuse(sender, request, error, "refused");
  };
}

function isOf({ namespace, element }: RequestProfile, stanza: StanzaNode): boolean {
  return stanza.attrs["xmlns"] === namespace && childNamed(stanza, element) !== undefined;
}

/** Lists whom the sender blocks (interop fact 96). */
function readBlocklist(...[turn, sender, request]: Parameters<Handler>): void {
  const { element } = turn.shared.profile.requests.blocklist;
  const items = [...sender.blocked].map((jid) => node("item", { jid }));
  turn.answer(sender, request, [node(element, {}, items)]);
}

function changeBlocklist(...[turn, sender, request]: Parameters<Handler>): void {
  const list = childNamed(request, turn.shared.profile.requests.blocklist.element);
  for (const { attrs } of list === undefined ? [] : childrenNamed(list, "item")) {
    const other = turn.accounts.at(attrs["jid"]);
    if (other === undefined) return turn.refuse(sender, request, "404", "item-not-found");
    if (attrs["action"] === "unblock") sender.blocked.delete(other.address);
    else sender.blocked.add(other.address);
  }
  turn.answer(sender, request);
}

/** Removes the account, and so the connection that asked for it (interop fact 13). */
function removeAccount(...[turn, sender, request]: Parameters<Handler>): void {
  turn.answer(sender, request);
  unenlist(turn, sender.address);
}

/** Accepts a notice. What WhatsApp tells its user then is not visible to a provider. */
function passNotice(...[turn, sender, request]: Parameters<Handler>): void {
  const notice = childNamed(request, turn.shared.profile.requests.reachability.element);
  if (turn.accounts.at(notice?.attrs["jid"]) === undefined)
    return turn.refuse(sender, request, "404", "item-not-found");
  turn.answer(sender, request);
}
