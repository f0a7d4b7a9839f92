import { check } from "../kit/index.js";
import { sealedMessages, shown } from "../kit/texts.js";
import { genuinePushes, pushes } from "../scenarios/pushes.js";

export default check("m3-messaging/push-reconnect", {
  requirement: "M3-28",
  version: 2,
  scenario: pushes,
  reached: genuinePushes,
  judge({ expect, reached: [push], trace }) {
    const message = sealedMessages(trace.before(push)).at(-1);
    const events = message === undefined ? [] : shown(trace, message.messageId);
    expect("message shown after the push", events.length > 0, events[0] ?? push).is(true);
  },
  hint: "Connect the user whom Meta's push names, so that the mailbox can be fetched.",
  mutants: {
    "loses-first-waiting-message": "message shown after the push",
    "ignores-push": "message shown after the push",
    "push-reads-milliseconds": "message shown after the push",
    "push-wants-capital-header": "message shown after the push",
    "loses-offline-messages": "message shown after the push",
  },
});
