import { randomBytes } from "node:crypto";
import { node } from "../../dist/protocol/stanza/node.js";

/** The size of a short text sealed by Signal, padded to 16 and wrapped in its message. */
export const sealedBytes = 160;
const sealed = randomBytes(sealedBytes);

/** A 1:1 message as a provider's client sends it. */
export function messageTo(to, id) {
  return node("message", { id, to, type: "text" }, [node("enc", { v: "2", type: "msg" }, sealed)]);
}

/** The receiver's word that it has the message; the server keeps it until then. */
export function ackOf({ attrs: { id, from, type } }) {
  return node("ack", { class: "message", id, to: from, type });
}
