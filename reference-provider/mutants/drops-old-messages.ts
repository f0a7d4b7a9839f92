import { mutant } from "../behaviour/variation.js";

export default mutant("drops-old-messages", "Ignores messages that waited for more than a week", {
  messaging: { takesOffline: (age) => age < 7 * 86_400 },
});
