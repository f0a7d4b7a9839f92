import { mutant } from "../behaviour/variation.js";

export default mutant(
  "repeats-login-on-duplicate-success",
  "Does all the work of a login again when the server repeats its success",
  {
    channel: { onDuplicateSuccess: "log-in-again" },
  },
);
