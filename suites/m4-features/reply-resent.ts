import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { memberOf, textIn } from "../kit/json.js";
import { expectText } from "../kit/odd-texts.js";
import { replies } from "../scenarios/replies.js";

export default check("m4-features/reply-resent", {
  requirement: "M4-75",
  version: 2,
  scenario: replies,
  // The reply, as it was opened before it was asked for again.
  reached: (trace) =>
    appliedFaults(trace, "retry-requested").filter((fault) =>
      trace
        .before(fault)
        .of("opened", ({ messageId }) => messageId === fault.messageId)
        .some(({ content }) => memberOf(content?.["replyTo"], "id") !== undefined),
    ),
  judge({ expect, reached: [fault], trace }) {
    const [first] = trace.of("opened", ({ messageId }) => messageId === fault.messageId);
    const [again] = trace.after(fault).of("opened", ({ messageId }) => messageId === fault.messageId);
    if (!expect("reply sent again under its id", again !== undefined, again ?? fault).is(true)) return;
    const text = textIn(first?.content, "text") ?? "";
    expectText(expect, "text of the repetition", textIn(again?.content, "text"), text, again ?? fault);
    const answered = memberOf(again?.content?.["replyTo"], "id");
    expect("id of the message that the repetition answers", answered, again).is(
      memberOf(first?.content?.["replyTo"], "id"),
    );
  },
  hint: "Keep for a retry the message as it was sent, contextInfo included, and not its text alone.",
  mutants: {
    "resends-as-fan-out": "reply sent again under its id",
    "resends-empty-text": "text of the repetition",
    "resends-without-reference": "id of the message that the repetition answers",
    "resends-escaped-text": "text of the repetition",
    "ignores-retry-request": "reply sent again under its id",
    "key-get-extra-attribute": "reply sent again under its id",
    "new-id-on-retry": "reply sent again under its id",
    "reuses-message-id": "id of the message that the repetition answers",
  },
});
