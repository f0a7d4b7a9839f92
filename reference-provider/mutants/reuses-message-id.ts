import { mutant } from "../behaviour/variation.js";

export default mutant("reuses-message-id", "Gives all its messages the same id", {
  messaging: { messageId: (fresh, previous) => previous ?? fresh() },
});
