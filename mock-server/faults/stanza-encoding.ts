import { packPayload } from "../../protocol/stanza/payload.js";
import { defineFault } from "./fault.js";
import { looseEncoding } from "./loose-encoding.js";
import { choice } from "./parameters.js";

export const stanzaEncoding = defineFault({
  id: "stanza-encoding",
  sentence: "Writes a stanza in an unusual but equal form: wide lengths, words spelt out, or short interop addresses",
  hook: "stanza-plaintext",
  params: { form: choice(["wide", "spelled-out", "interop-jid-short"]) },
  effect: ({ node }, { form }) => ({
    node,
    plaintext: form === "interop-jid-short" ? packPayload(node, { interopJid: "short" }) : looseEncoding(node, form),
  }),
});
