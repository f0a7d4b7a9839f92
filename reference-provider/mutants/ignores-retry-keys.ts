import { mutant } from "../behaviour/variation.js";

export default mutant(
  "ignores-retry-keys",
  "Fetches keys when it is asked for a message, also when it was given some",
  {
    sessions: { resendIn: () => "fetched-keys" },
  },
);
