import { check } from "../kit/index.js";
import { expectTaken } from "../kit/texts.js";
import { chosenMessages, messageIds, sealedAgain } from "../scenarios/ids.js";

export default check("m3-messaging/ids-apart", {
  requirement: "M3-127",
  scenario: messageIds,
  reached: (trace) => chosenMessages(trace).filter(({ messageId }) => messageId !== sealedAgain(trace)?.messageId),
  judge({ expect, reached, trace }) {
    for (const entry of reached) expectTaken(expect, trace, entry, "a message with an id like another one");
  },
  hint: "An id is a text of its sender's choice: compare it whole, in its case, and together with the sender.",
  mutants: {
    "asks-for-used-one-time-key": "retry receipts for a message with an id like another one",
    "upload-zero-id": "retry receipts for a message with an id like another one",
    "folds-id-case": "times a message with an id like another one is shown",
    "ignores-sender-in-ids": "times a message with an id like another one is shown",
    "shortens-ids": "times a message with an id like another one is shown",
  },
});
