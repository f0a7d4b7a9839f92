import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/text-out", {
  requirement: "M2-81",
  wire: "xml",
  scenario: login,
  // Any frame that opened, also one that holds no stanza.
  reached: (trace) => [
    ...trace.stanzas.fromProvider.list,
    ...trace.of("bad-frame", ({ by, code }) => by === "provider" && code.startsWith("xml-")),
  ],
  judge({ expect, reached }) {
    for (const entry of reached) {
      expect("stanza as XML", entry.kind === "stanza" ? "readable" : entry.code, entry).is("readable");
    }
  },
  hint: 'Write one well-formed XML element in UTF-8 in each frame, and bytes as padded standard base64 in an element with b64="1".',
  mutants: { "writes-url-base64": "stanza as XML" },
});
