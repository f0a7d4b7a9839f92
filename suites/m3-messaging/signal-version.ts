import { check } from "../kit/index.js";
import { openedMessages } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/signal-version", {
  requirement: "M3-04",
  scenario: conversation,
  reached: (trace) => openedMessages(trace).filter((entry) => entry.inspection !== undefined),
  judge({ expect, reached, profile }) {
    for (const entry of reached) {
      expect("first byte", entry.inspection?.firstByte, entry).is(Number.parseInt(profile.session.firstByte, 16));
    }
  },
  hint: "Speak version 3 of the Signal message format: the first byte is 0x33.",
  mutants: { "signal-version-nibble": "first byte" },
});
