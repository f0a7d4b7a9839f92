import { childrenOf, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { mutants } from "../behaviour/variant.js";
import { contract } from "../settings.js";
import { changeNodes } from "../stanzas/edit.js";
import { blocklistChange } from "../stanzas/requests.js";

export default mutants({
  "hides-unblocked": {
    sentence: "Goes on hiding the messages of the contact who was let in last, until it is started again",
    overrides() {
      const hidden = new Set<string>();
      return {
        messaging: { showsFrom: (contact) => !hidden.has(contact) },
        features: {
          blocklistChange(id, action, jid) {
            if (action === "block") hidden.add(jid);
            else if (hidden.size > 1) hidden.delete(jid);
            return blocklistChange(id, action, jid);
          },
        },
      };
    },
  },
  "unblocks-twice": {
    sentence: "Repeats the contact within one request to let it in",
    overrides: {
      features: {
        blocklistChange(id, action, jid) {
          const request = blocklistChange(id, action, jid);
          return action === "block" ? request : changeNodes(request, contract.requests.blocklist.element, twice);
        },
      },
    },
  },
});

function twice(list: StanzaNode): StanzaNode {
  const items = childrenOf(list);
  return node(list.tag, list.attrs, [...items, ...items]);
}
