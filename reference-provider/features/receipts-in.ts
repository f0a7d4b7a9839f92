import { childrenNamed, childrenOf, type StanzaNode } from "../../protocol/stanza/node.js";
import type { UserContext } from "../user/context.js";
import type { ReceiptNews } from "./types.js";

/** Words for users, by the type of a receipt (wire 3.9); "" stands for none. */
const words: ReadonlyMap<string, string> = new Map([
  ["", "delivered"],
  ["delivery", "delivered"],
  ["inactive", "delivered"],
  ["read", "read"],
  ["played", "played"],
]);

/** Shows what a receipt of `from` says. A type that is not known says nothing. */
export function showReceipt({ behaviour, events }: UserContext, receipt: StanzaNode, from: string): void {
  const { id, type = "" } = receipt.attrs as Partial<Record<"id" | "type", string>>;
  if (id === undefined) return;
  // One receipt may stand for several messages (interop fact 79).
  const further = childrenOf(receipt).flatMap((list) => childrenNamed(list, "item"));
  const ids = [id, ...further.flatMap((item) => item.attrs["id"] ?? [])];
  const word = words.get(type);
  const news = (known: string): ReceiptNews => ({ ids, from, type: known });
  const { features } = behaviour;
  const shown = word === undefined ? features.unknownReceiptIn(news(type)) : features.receiptIn(news(word));
  if (shown !== undefined) events.push({ kind: "receipt", ...shown });
}
