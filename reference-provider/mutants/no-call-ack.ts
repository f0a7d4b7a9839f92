import { mutant } from "../behaviour/variation.js";

export default mutant("no-call-ack", "Does not acknowledge calls", {
  features: { callAck: () => undefined },
});
