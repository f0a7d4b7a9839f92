import { mutant } from "../behaviour/variation.js";

export default mutant("new-id-on-retry", "Sends a message again under a new id", {
  messaging: { resendId: (_id, fresh) => fresh() },
});
