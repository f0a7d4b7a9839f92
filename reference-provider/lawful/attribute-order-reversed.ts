import { childrenOf, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { packPayload } from "../../protocol/stanza/payload.js";
import { lawful } from "../behaviour/variation.js";

function reversed(stanza: StanzaNode): StanzaNode {
  const attrs = Object.fromEntries(Object.entries(stanza.attrs).reverse());
  const children = childrenOf(stanza);
  return node(stanza.tag, attrs, children.length === 0 ? stanza.content : children.map(reversed));
}

export default lawful("attribute-order-reversed", "Writes attributes in the reverse order", {
  channel: { pack: (stanza) => packPayload(reversed(stanza)) },
});
