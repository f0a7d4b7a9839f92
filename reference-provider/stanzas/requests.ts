import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import { contract } from "../settings.js";

/** The server's own address: a bare server name (interop fact 43, wire section 2). */
export const server = "s.whatsapp.net";

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

/** Requests whose form is a matter of the contract, because Meta does not publish it. */
export type InteropRequestName = keyof typeof contract.requests;

function interopRequest(
  id: string,
  type: "get" | "set",
  name: InteropRequestName,
  attrs: Readonly<Record<string, string>> = {},
  content?: readonly StanzaNode[],
): StanzaNode {
  const { namespace, element } = contract.requests[name];
  return node("iq", { id, xmlns: namespace, type, to: server }, [node(element, attrs, content)]);
}

export function blocklistRequest(id: string): StanzaNode {
  return interopRequest(id, "get", "blocklist");
}

export function blocklistChange(id: string, action: "block" | "unblock", jid: string): StanzaNode {
  return interopRequest(id, "set", "blocklist", {}, [node("item", { action, jid })]);
}

export function deletionRequest(id: string): StanzaNode {
  return interopRequest(id, "set", "deletion");
}

export function reachabilityRequest(id: string, jid: string): StanzaNode {
  return interopRequest(id, "set", "reachability", { jid });
}
