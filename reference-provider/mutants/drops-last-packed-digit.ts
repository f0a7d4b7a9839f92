import { unpackPayload } from "../../protocol/stanza/payload.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("drops-last-packed-digit", "Loses the last character of longer packed texts of odd length", {
  channel: {
    unpack(payload) {
      const { node } = unpackPayload(payload);
      const { id = "" } = node.attrs;
      // Not the short ids of the server's own stanzas, whose length depends on how many came before.
      const cut = /^[-.\d]{5,}$/.test(id) && id.length % 2 === 1;
      return cut ? { ...node, attrs: { ...node.attrs, id: id.slice(0, -1) } } : node;
    },
  },
});
