import { calls, ending } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { expectKeysOnce, openedMessages } from "../kit/texts.js";
import { restarted } from "../scenarios/restarted.js";

export default check("m3-messaging/keys-after-restart", {
  requirement: "M3-93",
  scenario: restarted,
  // All messages, when at least one was written before and one after the restart.
  reached(trace) {
    const again = calls(trace, "provider.configure").find((call) => ending(call) === "ok")?.response;
    const inspected = openedMessages(trace).filter((entry) => entry.inspection !== undefined);
    if (again === undefined || inspected.every(({ seq }) => seq > again.seq)) return [];
    return inspected.some(({ seq }) => seq > again.seq) ? inspected : [];
  },
  judge: ({ expect, reached }) => expectKeysOnce(expect, reached),
  hint: "Store how far a session has gone before the message leaves: a client that starts again with older numbers encrypts with used keys.",
  mutants: { "stores-after-sending": "message keys", "reuses-message-keys": "message keys" },
});
