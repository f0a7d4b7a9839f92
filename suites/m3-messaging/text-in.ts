import { check, type Json } from "../kit/index.js";
import { deliveries, sealedMessages, shown } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/text-in", {
  requirement: "M3-11",
  scenario: conversation,
  reached: (trace) => sealedMessages(trace).filter((entry) => deliveries(trace, entry.messageId).length > 0),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const [event] = shown(trace, entry.messageId);
      if (!expect("message shown to the user", event === undefined ? "no" : "yes", event ?? entry).is("yes")) continue;
      const content: Json | undefined = event?.event["content"];
      expect("content", JSON.stringify(sorted(content)), event).is(JSON.stringify(sorted(entry.content)));
      expect("sender", event?.event["from"], event).is(entry.user);
    }
  },
  hint: "Decrypt, remove the padding, parse the content protobuf and show the text as it was sent, with its sender.",
  mutants: { "mangles-text-in": "content" },
});

/** Member order means nothing. */
function sorted(content: Json | undefined): Json {
  if (typeof content !== "object" || content === null || Array.isArray(content)) return content ?? null;
  return Object.fromEntries(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
}
