import { mutant } from "../behaviour/variation.js";
import { groupDelivery } from "../stanzas/groups.js";

export default mutant(
  "group-receipt-without-key",
  "Sends a delivery receipt for a message of a group that it cannot open",
  {
    groups: { undecryptable: (message) => [groupDelivery(message)] },
  },
);
