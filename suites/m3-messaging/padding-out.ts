import { check } from "../kit/index.js";
import { openedMessages } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/padding-out", {
  requirement: "M3-10",
  scenario: conversation,
  reached: (trace) => openedMessages(trace).filter((entry) => entry.padding !== undefined),
  judge({ expect, reached, profile }) {
    for (const entry of reached) {
      expect("padding in bytes", entry.padding?.length ?? 0, entry).isAtLeast(profile.content.minimumPadding);
      expect("padding in bytes", entry.padding?.length ?? 0, entry).isAtMost(profile.content.maximumPadding);
      expect("padding bytes equal their number", entry.padding?.uniform, entry).is(true);
    }
  },
  hint: "Append n bytes of value n to the content protobuf before encryption, n from 1 to 16.",
  mutants: { "no-padding": "padding in bytes", "random-padding": "padding bytes equal their number" },
  lawful: ["padding-always-16", "padding-1-to-15"],
});
