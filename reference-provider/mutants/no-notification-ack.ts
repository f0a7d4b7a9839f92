import { mutant } from "../behaviour/variation.js";

export default mutant("no-notification-ack", "Does not acknowledge notifications", {
  channel: { notificationAck: () => undefined },
});
