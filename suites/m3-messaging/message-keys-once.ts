import { check } from "../kit/index.js";
import { expectKeysOnce, openedMessages } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/message-keys-once", {
  requirement: "M3-08",
  scenario: conversation,
  reached(trace) {
    const inspected = openedMessages(trace).filter((entry) => entry.inspection !== undefined);
    return inspected.length < 2 ? [] : inspected;
  },
  judge: ({ expect, reached }) => expectKeysOnce(expect, reached),
  hint: "Store the moved chain before the message leaves, so that no crash and no retry encrypts with the same key again.",
  mutants: {
    "reuses-message-keys": "message keys",
    "repeats-taken-messages": "message keys",
    "sends-taken-as-new": "message keys",
  },
});
