import { expectFollowerShown, faultsOnMessages } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { sealedText, shownTexts } from "../kit/texts.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m3-messaging/content-wrapped", {
  requirement: "M3-57",
  scenario: oddMessages,
  reached: (trace) => faultsOnMessages(trace, "content-wrapped"),
  judge({ expect, reached: [fault], trace }) {
    const events = shownTexts(trace, sealedText(trace, fault.messageId ?? ""));
    expect("text inside a wrapper shown", events.length > 0, events[0] ?? fault).is(true);
    expectFollowerShown(expect, trace, fault);
  },
  hint: "Look into the wrappers that hold a message in their field 1 (disappearing, view once, document with caption).",
  mutants: { "ignores-wrappers": "text inside a wrapper shown" },
});
