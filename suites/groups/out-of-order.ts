import { check } from "../kit/index.js";
import { appliedFault, deliveriesOf, groupDeliveries, retryReceipts } from "../kit/groups.js";
import { shown } from "../kit/texts.js";
import { groupTrouble } from "../scenarios/group-trouble.js";

export default check("groups/out-of-order", {
  requirement: "G-21",
  scenario: groupTrouble,
  reached(trace) {
    const fault = appliedFault(trace, "message-held-back");
    const late = fault && deliveriesOf(trace, fault.messageId ?? "")[0];
    // The one before opened with a key that the provider has: whether it can have keys is judged elsewhere.
    const id = appliedFault(trace, "group-message-forged")?.messageId ?? "";
    return shown(trace, id).length > 0 && retryReceipts(trace, id).length === 0 ? late : undefined;
  },
  judge({ expect, reached: [late], trace }) {
    const early = groupDeliveries(trace.before(late)).at(-1);
    for (const [which, entry] of [
      ["early", early],
      ["late", late],
    ] as const) {
      const id = entry?.node.attrs["id"] ?? "";
      expect(`${which} message shown`, shown(trace, id).length, shown(trace, id)[0] ?? entry).is(1);
      const asked = retryReceipts(trace, id);
      expect(`retry receipts for the ${which} message`, asked.length, asked[0] ?? entry).is(0);
    }
  },
  hint: "Step the chain forward to the iteration of a message that came early, and keep the keys that you pass for those that come late.",
  mutants: {
    "group-refuses-gaps": "retry receipts for the early message",
    "group-forgets-passed-keys": "late message shown",
  },
});
