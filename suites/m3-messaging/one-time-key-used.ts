import { check, childOf } from "../kit/index.js";
import { bundleBefore, keyIdIn } from "../kit/keys.js";
import { openedMessages } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/one-time-key-used", {
  requirement: "M3-06",
  scenario: conversation,
  reached: (trace) => openedMessages(trace).filter((entry) => entry.inspection?.kind === "pkmsg"),
  judge({ expect, reached: [first], trace }) {
    const bundle = bundleBefore(trace, first);
    expect("one-time pre-key id", first.inspection?.preKeyId, first).is(keyIdIn(childOf(bundle, "key")));
    expect("signed pre-key id", first.inspection?.signedPreKeyId, first).is(keyIdIn(childOf(bundle, "skey")));
  },
  hint: "Use the one-time pre-key that the bundle offers and name its id: it is what makes a replayed first message fail.",
  mutants: { "ignores-one-time-key": "one-time pre-key id" },
});
