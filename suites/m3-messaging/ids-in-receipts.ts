import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { shown } from "../kit/texts.js";
import { chosenMessages, messageIds } from "../scenarios/ids.js";

export default check("m3-messaging/ids-in-receipts", {
  requirement: "M3-126",
  scenario: messageIds,
  reached: (trace) => chosenMessages(trace).filter(({ messageId }) => shown(trace, messageId).length > 0),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const own = receipts(trace, entry.messageId, "").filter(({ node }) => node.attrs["to"] === entry.user);
      expect("receipts that name the id as it came", own.length > 0 ? "sent" : "none", own[0] ?? entry).is("sent");
    }
  },
  hint: "Repeat the id of a message in its receipt letter by letter: the sender looks it up as it wrote it.",
  mutants: {
    "changes-ids-in-receipts": "receipts that name the id as it came",
    "no-delivery-receipt": "receipts that name the id as it came",
  },
});
