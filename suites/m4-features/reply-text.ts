import { check } from "../kit/index.js";
import { memberOf, textIn } from "../kit/json.js";
import { expectText } from "../kit/odd-texts.js";
import { requestedTexts, sealedMessages, shown } from "../kit/texts.js";
import { plainReplies, replies } from "../scenarios/replies.js";

export default check("m4-features/reply-text", {
  requirement: "M4-123",
  scenario: replies,
  reached: (trace) => [
    ...plainReplies(trace).map(({ opened }) => opened),
    ...sealedMessages(trace).filter(
      ({ messageId, content }) =>
        content.type === "text" &&
        memberOf(content["replyTo"], "id") !== undefined &&
        shown(trace, messageId).length > 0,
    ),
  ],
  judge({ expect, reached, trace }) {
    const requested = requestedTexts(trace);
    for (const entry of reached) {
      if (entry.kind === "opened") {
        const [wanted = ""] = requested.get(entry.messageId) ?? [];
        expectText(expect, "text of a reply that was sent", textIn(entry.content, "text"), wanted, entry);
      } else {
        const [event] = shown(trace, entry.messageId);
        const text = textIn(event?.event["content"], "text");
        expectText(expect, "text of a reply that is shown", text, textIn(entry.content, "text") ?? "", event ?? entry);
      }
    }
  },
  hint: "A reply has the text that its author wrote. Treat it as you treat other texts, on both ways.",
  mutants: {
    "escapes-markup": "text of a reply that was sent",
    "cuts-text-out": "text of a reply that was sent",
    "hides-text-in-brackets": "text of a reply that is shown",
    "shows-extended-texts-raw": "text of a reply that is shown",
  },
});
