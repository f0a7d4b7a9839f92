import { mutant } from "../behaviour/variation.js";

export default mutant("resends-for-ever", "Sends a message again as often as anybody asks for it", {
  sessions: { maximumResends: Number.POSITIVE_INFINITY },
});
