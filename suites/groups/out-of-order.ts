import { appliedFaults } from "../kit/faults.js";
import { deliveriesOf, groupDeliveries } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { shown } from "../kit/texts.js";
import { groupTrouble } from "../scenarios/groups.js";

export default check("groups/out-of-order", {
  requirement: "G-21",
  scenario: groupTrouble,
  reached(trace) {
    const [fault] = appliedFaults(trace, "message-held-back");
    const late = fault && deliveriesOf(trace, fault.messageId ?? "")[0];
    // The one before opened with a key that the provider has: whether it can have keys is judged elsewhere.
    const id = appliedFaults(trace, "group-message-forged")[0]?.messageId ?? "";
    return shown(trace, id).length > 0 && receipts(trace, id, "retry").length === 0 ? late : undefined;
  },
  judge({ expect, reached: [late], trace }) {
    const early = groupDeliveries(trace.before(late)).at(-1);
    for (const [which, entry] of [
      ["early", early],
      ["late", late],
    ] as const) {
      const id = entry?.node.attrs["id"] ?? "";
      expect(`${which} message shown`, shown(trace, id).length, shown(trace, id)[0] ?? entry).is(1);
      const asked = receipts(trace, id, "retry");
      expect(`retry receipts for the ${which} message`, asked.length, asked[0] ?? entry).is(0);
    }
  },
  hint: "Step the chain forward to the iteration of a message that came early, and keep the keys that you pass for those that come late.",
  mutants: {
    "group-refuses-gaps": "retry receipts for the early message",
    "group-forgets-passed-keys": "late message shown",
  },
});
