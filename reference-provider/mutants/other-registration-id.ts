import { withOuterNumber } from "../../signal/edit-pre-key-message.js";
import { inspectMessage } from "../../signal/inspect.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("other-registration-id", "Names another registration id in its messages than in its enlistment", {
  messaging: {
    // Nothing authenticates that number, so the message still opens.
    sealed({ type, bytes }) {
      const { outer } = inspectMessage(type, bytes);
      return {
        type,
        bytes: outer === undefined ? bytes : withOuterNumber(bytes, "registrationId", outer.registrationId ^ 1),
      };
    },
  },
});
