import { check, childOf } from "../kit/index.js";
import { bundleBefore, keyIdIn } from "../kit/keys.js";
import { openedMessages } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/kyber-first-message", {
  requirement: "M3-64",
  engines: ["pqxdh-v4"],
  scenario: conversation,
  reached: (trace) => openedMessages(trace).filter((entry) => entry.inspection?.kind === "pkmsg"),
  judge({ expect, reached, trace, profile }) {
    const id = keyIdIn(childOf(bundleBefore(trace, reached[0]), profile.session.kyberKeyTag));
    for (const entry of reached) {
      expect("Kyber pre-key id", entry.inspection?.kyberPreKeyId, entry).is(id);
      expect("message opened by the WhatsApp user", entry.error ?? "yes", entry).is("yes");
    }
  },
  hint: "Encapsulate a secret for the Kyber pre-key of the bundle and name its id in the first messages (PQXDH section 3.3).",
  mutants: { "kyber-id-off-by-one": "Kyber pre-key id" },
});
