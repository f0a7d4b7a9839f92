import { check } from "../kit/index.js";
import { appliedFault, strangersAfter } from "../kit/groups.js";
import { shown } from "../kit/texts.js";
import { groupTrouble } from "../scenarios/group-trouble.js";

export default check("groups/replayed", {
  requirement: "G-20",
  scenario: groupTrouble,
  reached(trace) {
    const fault = appliedFault(trace, "group-message-replayed");
    return fault === undefined || shown(trace, fault.messageId ?? "").length === 0
      ? undefined
      : strangersAfter(trace, fault)[0];
  },
  judge({ expect, reached: [copy], trace }) {
    const events = shown(trace, copy.node.attrs["id"] ?? "");
    expect("copy under another id shown", events.length === 0 ? "no" : "yes", events[0] ?? copy).is("no");
  },
  hint: "Throw a message key away once it has opened its message: the same ciphertext must not open again, whatever the id.",
  mutants: { "group-shows-replays": "copy under another id shown" },
});
