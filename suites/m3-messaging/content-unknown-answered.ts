import { faultsOnMessages } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { messageAnswers } from "../kit/receipts.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m3-messaging/content-unknown-answered", {
  requirement: "M3-153",
  scenario: oddMessages,
  reached: (trace) => faultsOnMessages(trace, "content-unknown"),
  judge({ expect, reached: [fault], trace }) {
    const answers = messageAnswers(trace, fault.messageId ?? "");
    expect("answer to content of an unknown type", answers.length > 0 ? "sent" : "none", answers[0] ?? fault).is(
      "sent",
    );
  },
  hint: "Answer what you cannot show like any other message, with a receipt or an ack: the server delivers it again otherwise.",
  mutants: {
    "no-delivery-receipt": "answer to content of an unknown type",
    "crashes-on-unknown-content": "answer to content of an unknown type",
    "ignores-unknown-content": "answer to content of an unknown type",
  },
});
