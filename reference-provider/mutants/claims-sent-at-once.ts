import { mutant } from "../behaviour/variation.js";

export default mutant("claims-sent-at-once", "Reports messages as sent before the server has taken them", {
  messaging: { waitsForAck: false },
});
