import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { deliveries, sealedMessages, shown } from "../kit/texts.js";
import { replies } from "../scenarios/replies.js";

export default check("m4-features/reply-odd-quote", {
  requirement: "M4-115",
  scenario: replies,
  reached: (trace) =>
    appliedFaults(trace, "reply-quote").filter(({ messageId = "" }) => deliveries(trace, messageId).length > 0),
  judge({ expect, reached, trace }) {
    for (const fault of reached) {
      const quote = String(fault.params["form"]);
      const [event] = shown(trace, fault.messageId ?? "");
      const sealed = sealedMessages(trace).find(({ messageId }) => messageId === fault.messageId);
      expect(`reply shown, quote: ${quote}`, event === undefined ? "no" : "yes", event ?? fault).is("yes");
      if (event === undefined) continue;
      const answered = memberOf(event.event["replyTo"], "id");
      expect(`message that the reply is shown with, quote: ${quote}`, answered, event).is(
        memberOf(sealed?.content["replyTo"], "id"),
      );
    }
  },
  hint: "The id says which message a reply answers. Its quote may be empty, shortened or missing.",
  mutants: {
    "drops-reply-with-empty-quote": "reply shown, quote: empty",
    "hides-reply": "message that the reply is shown with, quote: empty",
    "shows-extended-texts-raw": "message that the reply is shown with, quote: empty",
  },
});
