import { mutant } from "../behaviour/variation.js";
import { withOtherRegistrationId } from "./support/registration-id.js";

export default mutant("other-registration-id", "Names another registration id in its messages than in its enlistment", {
  messaging: {
    sealed: ({ type, bytes }) => ({ type, bytes: type === "pkmsg" ? withOtherRegistrationId(bytes) : bytes }),
  },
});
