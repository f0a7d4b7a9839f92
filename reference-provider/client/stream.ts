import { childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { ConnectionEnd } from "../behaviour/reconnection.js";

/** What a stanza says about the stream itself; undefined for every other stanza (wire 3.1 to 3.3). */
export function readStreamStanza(stanza: StanzaNode): "success" | ConnectionEnd | undefined {
  switch (stanza.tag) {
    case "success":
      return "success";
    case "failure":
      // Without a reason there is nothing to go by; open clients take it for server trouble.
      return { cause: "failure", reason: stanza.attrs["reason"] ?? "500" };
    case "stream:error":
      return {
        cause: "stream-error",
        code: stanza.attrs["code"] ?? "",
        conflict: childNamed(stanza, "conflict") !== undefined,
      };
    case "xmlstreamend":
      return { cause: "stream-end" };
    default:
      return undefined;
  }
}
