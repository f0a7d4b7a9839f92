import { check } from "../kit/index.js";
import { isOpen, openedMessages } from "../kit/texts.js";
import { oddRetries } from "../scenarios/retries.js";

export default check("m3-messaging/retry-new-registration", {
  requirement: "M3-53",
  scenario: oddRetries,
  // The message as it came again after a request that named another registration id.
  reached: (trace) =>
    trace
      .of("fault", ({ fault, event }) => fault === "retry-other-registration" && event === "applied")
      .flatMap(
        (fault) => openedMessages(trace.after(fault)).find((entry) => entry.messageId === fault.messageId) ?? [],
      ),
  judge({ expect, reached: [again], trace }) {
    const before = openedMessages(trace.before(again)).findLast(isOpen);
    expect("kind of the message sent again", again.inspection?.kind, again).is("pkmsg");
    expect("ratchet key of the message sent again", again.inspection?.ratchetKey, again).isNot(
      before?.inspection?.ratchetKey,
    );
  },
  hint: "Another registration id means another installation: fetch its keys and begin a new session.",
  mutants: {
    "ignores-new-registration": "kind of the message sent again",
    "enc-type-mislabelled": "kind of the message sent again",
  },
  lawful: ["resends-in-session"],
});
