import { faultsOnMessages } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { messageAnswers } from "../kit/receipts.js";
import { sealedMessages } from "../kit/texts.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m3-messaging/content-unknown-answered", {
  requirement: "M3-153",
  version: 2,
  scenario: oddMessages,
  // To a provider that answers messages; m3-messaging/delivery-receipt judges one that does not.
  reached: (trace) =>
    faultsOnMessages(trace, "content-unknown").filter((fault) =>
      sealedMessages(trace.before(fault)).some(({ messageId }) => messageAnswers(trace, messageId).length > 0),
    ),
  judge({ expect, reached: [fault], trace }) {
    const answers = messageAnswers(trace, fault.messageId ?? "");
    expect("answer to content of an unknown type", answers.length > 0 ? "sent" : "none", answers[0] ?? fault).is(
      "sent",
    );
  },
  hint: "Answer what you cannot show like any other message, with a receipt or an ack: the server delivers it again otherwise.",
  mutants: {
    "crashes-on-unknown-content": "answer to content of an unknown type",
    "ignores-unknown-content": "answer to content of an unknown type",
  },
});
