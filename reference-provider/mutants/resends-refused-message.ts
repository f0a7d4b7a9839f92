import { mutant } from "../behaviour/variation.js";

export default mutant("resends-refused-message", "Sends a message once more that the server has refused", {
  messaging: { afterRefusal: () => "send-again" },
});
