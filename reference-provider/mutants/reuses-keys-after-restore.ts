import { mutant } from "../behaviour/variation.js";

export default mutant(
  "reuses-keys-after-restore",
  "Goes on in the sessions of a restored state as if nothing had happened since",
  {
    sessions: { afterRestore: "keep" },
  },
);
