import { mutant } from "../behaviour/variation.js";

export default mutant("sends-again-as-new", "Sends a message that was not answered once more, under another id", {
  messaging: { afterSilence: "send-as-new" },
});
