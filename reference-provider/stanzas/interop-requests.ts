import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import { contract } from "../settings.js";
import { server } from "./server.js";

/** Requests whose form is a matter of the contract, because Meta does not publish it. */
export type InteropRequestName = keyof typeof contract.requests;

function request(
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
  return request(id, "get", "blocklist");
}

export function blocklistChange(id: string, action: "block" | "unblock", jid: string): StanzaNode {
  return request(id, "set", "blocklist", {}, [node("item", { action, jid })]);
}

export function deletionRequest(id: string): StanzaNode {
  return request(id, "set", "deletion");
}

export function reachabilityRequest(id: string, jid: string): StanzaNode {
  return request(id, "set", "reachability", { jid });
}
