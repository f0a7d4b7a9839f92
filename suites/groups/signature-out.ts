import { openedShared } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/signature-out", {
  requirement: "G-05",
  scenario: groupTalk,
  reached: (trace) => openedShared(trace).filter(({ error }) => error === undefined || error === "bad-signature"),
  judge({ expect, reached }) {
    for (const entry of reached) {
      expect("signature", entry.error === undefined ? "verifies" : "does not verify", entry).is("verifies");
    }
  },
  hint: "Sign version byte and message with the key that you distributed (XEdDSA); the 64 bytes of the signature end the message.",
  mutants: {
    "group-signature-broken": "signature",
    "group-version-nibble": "signature",
  },
});
