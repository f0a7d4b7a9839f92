import { check } from "../kit/index.js";
import { openedMessages } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/body-blocks", {
  requirement: "M3-95",
  scenario: conversation,
  reached: (trace) => openedMessages(trace).filter(({ inspection }) => inspection?.bodyBytes !== undefined),
  judge({ expect, reached }) {
    for (const entry of reached) {
      expect("bytes of the body beyond whole AES blocks", (entry.inspection?.bodyBytes ?? 0) % aesBlock, entry).is(0);
    }
  },
  hint: "Encrypt the body of a Signal message with AES-256-CBC and PKCS #7 padding, under the message key's cipher key and IV. AES-GCM, with whatever nonce, is another protocol.",
  mutants: { "seals-with-aes-gcm": "bytes of the body beyond whole AES blocks" },
});

const aesBlock = 16;
