import { mutant } from "../behaviour/variation.js";

export default mutant("asks-for-ever", "Asks for a message again as long as it does not open", {
  sessions: { maximumRetries: Number.POSITIVE_INFINITY },
});
