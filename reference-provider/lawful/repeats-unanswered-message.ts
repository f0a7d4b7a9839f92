import { lawful } from "../behaviour/variation.js";

export default lawful("repeats-unanswered-message", "Sends a message that was not answered once more, under its id", {
  messaging: { afterSilence: "send-again" },
});
