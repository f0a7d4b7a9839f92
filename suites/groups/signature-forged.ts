import { appliedFaults } from "../kit/faults.js";
import { strangersAfter } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { shown } from "../kit/texts.js";
import { groupTrouble } from "../scenarios/groups.js";

export default check("groups/signature-forged", {
  requirement: "G-19",
  scenario: groupTrouble,
  reached(trace) {
    const [fault] = appliedFaults(trace, "group-message-forged");
    return fault === undefined || trace.before(fault).of("event", ({ event }) => event.kind === "message").length === 0
      ? undefined
      : strangersAfter(trace, fault)[0];
  },
  judge({ expect, reached: [forged], trace }) {
    const id = forged.node.attrs["id"] ?? "";
    const events = shown(trace, id);
    expect("forged message shown", events.length === 0 ? "no" : "yes", events[0] ?? forged).is("no");
    const [fault] = appliedFaults(trace, "group-message-forged");
    const genuine = shown(trace, fault?.messageId ?? "");
    expect("message after it shown", genuine.length === 0 ? "no" : "yes", genuine[0] ?? forged).is("yes");
  },
  hint: "Verify the signature of a skmsg with the author's key before anything else: every member can encrypt in an author's name, only the author can sign.",
  mutants: { "group-skips-signature": "forged message shown", "group-shows-unopened": "forged message shown" },
});
