import { mutant } from "../behaviour/variation.js";
import { node } from "../../protocol/stanza/node.js";
import { receiptAck } from "../stanzas/acks.js";

export default mutant("invents-ack-type", "Adds a type to its acks of receipts that have none", {
  features: { receiptAck: ({ attrs, tag }) => receiptAck(node(tag, { type: "delivery", ...attrs })) },
});
