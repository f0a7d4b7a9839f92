import { mutant } from "../behaviour/variation.js";

export default mutant("no-receipt-for-redelivery", "Does not answer a message that it has had before", {
  messaging: { duplicate: () => [] },
});
