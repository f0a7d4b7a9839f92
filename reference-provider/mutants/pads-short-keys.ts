import { bytesOf } from "../../protocol/stanza/node.js";
import { mutant } from "../behaviour/variation.js";
import { readBundle } from "../stanzas/key-fetch.js";
import { changeNodes } from "./support/edit-node.js";

export default mutant("pads-short-keys", "Fills keys that are too short with zeros", {
  keys: {
    readBundle: (answer, jid) =>
      readBundle(
        changeNodes(answer, "value", (value) => {
          const bytes = bytesOf(value);
          return bytes?.length === 31 ? { ...value, content: Uint8Array.of(...bytes, 0) } : value;
        }),
        jid,
      ),
  },
});
