import { lawfulMessaging } from "../behaviour/messaging.js";
import { mutant } from "../behaviour/variation.js";

const borne = 60;
const counts = new Map<string, number>();

export default mutant("drowns-in-undecryptable", "Falls over when one contact's messages fail to open too often", {
  messaging: {
    onUndecryptable(message) {
      const count = (counts.get(message.from) ?? 0) + 1;
      counts.set(message.from, count);
      return count > borne ? "crash" : lawfulMessaging.onUndecryptable(message);
    },
  },
});
