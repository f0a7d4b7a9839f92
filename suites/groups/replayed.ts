import { check } from "../kit/index.js";
import { appliedFault, deliveriesOf } from "../kit/groups.js";
import { shown } from "../kit/texts.js";
import { groupTrouble } from "../scenarios/group-trouble.js";

export default check("groups/replayed", {
  requirement: "G-20",
  scenario: groupTrouble,
  reached(trace) {
    const fault = appliedFault(trace, "ciphertext-replayed");
    const opened = shown(trace, String(fault?.params["of"])).length > 0;
    return fault === undefined || !opened ? undefined : deliveriesOf(trace, fault.messageId ?? "")[0];
  },
  judge({ expect, reached: [copy], trace }) {
    const events = shown(trace, copy.node.attrs["id"] ?? "");
    expect("ciphertext shown again", events.length === 0 ? "no" : "yes", events[0] ?? copy).is("no");
  },
  hint: "Throw a message key away once it has opened its message: the same ciphertext must not open again, whatever the id.",
  mutants: { "group-shows-replays": "ciphertext shown again" },
});
