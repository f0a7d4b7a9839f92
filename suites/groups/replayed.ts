import { appliedFaults } from "../kit/faults.js";
import { deliveriesOf } from "../kit/groups.js";
import { check, type EntryOf } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { shown } from "../kit/texts.js";
import { groupTrouble } from "../scenarios/groups.js";

const textOf = ({ event }: EntryOf<"event">): unknown => memberOf(event["content"], "text");

export default check("groups/replayed", {
  version: 2,
  requirement: "G-20",
  scenario: groupTrouble,
  reached(trace) {
    const [fault] = appliedFaults(trace, "ciphertext-replayed");
    const opened = shown(trace, String(fault?.params["of"])).length > 0;
    return fault === undefined || !opened ? undefined : deliveriesOf(trace, fault.messageId ?? "")[0];
  },
  judge({ expect, reached: [copy], trace }) {
    const [fault] = appliedFaults(trace, "ciphertext-replayed");
    const [first] = shown(trace, String(fault?.params["of"])).map(textOf);
    // A client that asks for it gets what was meant to be sent under this id, and may show that.
    const events = shown(trace, copy.node.attrs["id"] ?? "").filter((each) => textOf(each) === first);
    expect("ciphertext shown again", events.length === 0 ? "no" : "yes", events[0] ?? copy).is("no");
  },
  hint: "Throw a message key away once it has opened its message: the same ciphertext must not open again, whatever the id.",
  mutants: { "group-shows-replays": "ciphertext shown again" },
  lawful: ["group-asks-again-for-replays"],
});
