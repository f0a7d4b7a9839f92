import { check } from "../kit/index.js";
import { receiptReports } from "../kit/receipts.js";
import { offline, waitedStanzas } from "../scenarios/absence.js";

export default check("m3-messaging/offline-receipts", {
  requirement: "M3-194",
  scenario: offline,
  needs: ["text", "receipts"],
  reached: (trace) => waitedStanzas(trace, "receipt").filter(({ node }) => node.attrs["type"] === "read"),
  judge({ expect, reached: [waited], trace }) {
    const events = receiptReports(trace, waited.node.attrs["id"] ?? "", "read");
    expect("times a receipt from the mailbox is shown", events.length, events.at(-1) ?? waited).is(1);
  },
  hint: "Receipts wait in the mailbox like messages: show what they say when the user comes back.",
  mutants: {
    "loses-waiting-receipts": "times a receipt from the mailbox is shown",
    "hides-read-receipts": "times a receipt from the mailbox is shown",
  },
  lawful: ["receipts-in-list"],
});
