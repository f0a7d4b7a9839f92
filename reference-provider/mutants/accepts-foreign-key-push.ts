import { mutant } from "../behaviour/variation.js";
import { forgiving } from "./support/forgive.js";

export default mutant(
  "accepts-foreign-key-push",
  "Accepts a push whose token is signed with a key that Meta has not published",
  {
    push: forgiving("unknown-key-id"),
  },
);
