import { mutant } from "../behaviour/variation.js";

export default mutant("notice-names-nobody", "Tells the user that a key has changed, and not whose", {
  messaging: { securityNotice: (notice) => ({ ...notice, contact: "somebody" }) },
});
