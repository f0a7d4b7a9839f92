import { calls, ending } from "../kit/calls.js";
import { lastWasShown } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { deliveries, sealedWith, shown } from "../kit/texts.js";
import { readBefore, restarted } from "../scenarios/restarted.js";

export default check("m3-messaging/sealed-again-after-restart", {
  requirement: "M3-141",
  scenario: restarted,
  // It had been shown before the restart, and the message behind it was shown after.
  reached(trace) {
    const again = calls(trace, "provider.configure").find((call) => ending(call) === "ok")?.response;
    const [message] = sealedWith(trace, readBefore);
    if (again === undefined || message === undefined || !lastWasShown(trace)) return [];
    if (shown(trace.before(again), message.messageId).length === 0) return [];
    return deliveries(trace.after(again), message.messageId);
  },
  judge({ expect, reached: [delivery], trace }) {
    const id = delivery.node.attrs["id"] ?? "";
    const events = shown(trace, id);
    expect("times a message is shown that came again after a restart", events.length, events.at(-1) ?? delivery).is(1);
    const retries = receipts(trace, id, "retry");
    expect("retry receipts for what was shown", retries.length, retries[0] ?? delivery).is(0);
  },
  hint: "Store which messages you have shown, with the session that opened them.",
  mutants: {
    "forgets-shown-at-restart": "times a message is shown that came again after a restart",
    "knows-copies-by-ciphertext": "times a message is shown that came again after a restart",
    "retries-duplicates": "retry receipts for what was shown",
  },
});
