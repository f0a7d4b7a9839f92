import { check } from "../kit/index.js";
import { expectTaken, sealedMessages } from "../kit/texts.js";
import { gaps, reachedHeldBack } from "../scenarios/gaps.js";

export default check("m3-messaging/out-of-order", {
  requirement: "M3-33",
  version: 2,
  scenario: gaps,
  reached: reachedHeldBack,
  judge({ expect, reached, trace }) {
    const late = reached.map(({ messageId }) => messageId);
    for (const entry of sealedMessages(trace).filter(({ messageId }) => late.includes(messageId)))
      expectTaken(expect, trace, entry, "a late message");
  },
  hint: "Keep the keys of messages that later ones overtook, also of earlier chains, and read those messages with them when they come.",
  mutants: {
    "forgets-skipped-keys": "retry receipts for a late message",
    "forgets-closed-chains": "retry receipts for a late message",
    "keeps-few-skipped-keys": "retry receipts for a late message",
  },
});
