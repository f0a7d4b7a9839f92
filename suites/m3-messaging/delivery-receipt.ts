import { check } from "../kit/index.js";
import { receipts, receiptsForNothing } from "../kit/receipts.js";
import { sealedMessages, shown } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/delivery-receipt", {
  requirement: "M3-13",
  version: 2,
  scenario: conversation,
  reached: (trace) => sealedMessages(trace).filter((entry) => shown(trace, entry.messageId).length > 0),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const [receipt] = receipts(trace, entry.messageId, "");
      const [stray] = receiptsForNothing(trace);
      const missing = stray === undefined ? "none" : `one for ${stray.node.attrs["id"]}, which is the id of no message`;
      const found = receipt === undefined ? missing : "sent";
      if (!expect("delivery receipt", found, receipt ?? stray ?? entry).is("sent")) continue;
      expect("addressee of the receipt", receipt?.node.attrs["to"], receipt).is(entry.user);
    }
  },
  hint: "Send a receipt without type, or of type inactive while your user is away, to the sender once the message is decrypted.",
  mutants: { "no-delivery-receipt": "delivery receipt" },
  lawful: ["inactive-receipts"],
});
