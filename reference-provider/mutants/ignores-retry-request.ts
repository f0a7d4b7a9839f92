import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-retry-request", "Does not send a message again when it is asked to", {
  messaging: { answersRetries: false },
});
