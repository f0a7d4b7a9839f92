import { mutant } from "../behaviour/variation.js";
import { forgiving } from "./support/forgive.js";

export default mutant("accepts-expired-push", "Accepts a push whose token has expired", {
  push: forgiving("expired"),
});
