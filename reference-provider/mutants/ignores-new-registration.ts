import { mutant } from "../behaviour/variation.js";

export default mutant(
  "ignores-new-registration",
  "Goes on in its old session with a contact whose registration id has changed",
  {
    sessions: {
      resendIn: ({ givesKeys, hasSession }) =>
        givesKeys ? "given-keys" : hasSession ? "same-session" : "fetched-keys",
    },
  },
);
