import { check } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { neverSent, sealedMessages, shown } from "../kit/texts.js";
import { replies } from "../scenarios/replies.js";

export default check("m4-features/reply-in", {
  requirement: "M4-73",
  version: 2,
  scenario: replies,
  reached: (trace) =>
    sealedMessages(trace).filter(({ messageId, content }) => {
      const answered = memberOf(content["replyTo"], "id");
      return answered !== undefined && answered !== neverSent && shown(trace, messageId).length > 0;
    }),
  judge({ expect, reached, trace }) {
    for (const { messageId, content } of reached) {
      const [event] = shown(trace, messageId);
      const reply = event?.event["replyTo"];
      expect("message that the reply is shown with", memberOf(reply, "id"), event).is(
        memberOf(content["replyTo"], "id"),
      );
      const author = memberOf(content["replyTo"], "participant");
      if (reply !== undefined) expect("author shown with the reply", memberOf(reply, "from"), event).is(author);
    }
  },
  hint: "Read contextInfo of an extended text, and show the user which message of whom it answers.",
  mutants: {
    "hides-reply": "message that the reply is shown with",
    "hides-reply-to-file": "message that the reply is shown with",
    "shows-extended-texts-raw": "message that the reply is shown with",
    "reply-in-of-sender": "author shown with the reply",
  },
});
