import { mutant } from "../behaviour/variation.js";

export default mutant("resends-after-463", "Sends a message once more that the server has refused with 463", {
  messaging: { afterRefusal: (error) => (error === "463" ? "send-again" : "nothing") },
});
