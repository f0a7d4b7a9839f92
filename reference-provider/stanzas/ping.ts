import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import { server } from "./server.js";

/** The keep-alive of the open clients (wire 3.1); some of them add an empty `ping` child. */
export function ping(id: string): StanzaNode {
  return node("iq", { id, type: "get", xmlns: "w:p", to: server });
}

/** Undefined for a request that is no ping. */
export function serverPingAnswer(request: StanzaNode): StanzaNode | undefined {
  const { id, type, xmlns, from } = request.attrs as Partial<Record<"id" | "type" | "xmlns" | "from", string>>;
  if (type !== "get" || xmlns !== "urn:xmpp:ping") return undefined;
  return node("iq", { id, type: "result", to: from ?? server });
}
