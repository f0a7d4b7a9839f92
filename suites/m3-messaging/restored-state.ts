import { calls, ending } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { expectKeysOnce, openedMessages } from "../kit/texts.js";
import { stolenState } from "../scenarios/stolen-state.js";

export default check("m3-messaging/restored-state", {
  requirement: "M3-62",
  scenario: stolenState,
  // All messages, when at least one was written after an older state was put back.
  reached(trace) {
    const restored = calls(trace, "state.import").find((call) => ending(call) === "ok")?.response;
    if (restored === undefined || openedMessages(trace.after(restored)).length === 0) return [];
    return openedMessages(trace).filter((entry) => entry.inspection !== undefined);
  },
  judge: ({ expect, reached }) => expectKeysOnce(expect, reached),
  hint: "Begin new sessions after a restore: the old ones would encrypt with keys that have been used since the copy was made.",
  mutants: { "reuses-keys-after-restore": "message keys" },
});
