import { mutant } from "../behaviour/variation.js";

export default mutant("drops-resent-message", "Does not show a message that opened only the second time", {
  messaging: { showsResent: false },
});
