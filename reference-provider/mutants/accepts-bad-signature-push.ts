import { mutant } from "../behaviour/variation.js";
import { forgiving } from "./support/forgive.js";

export default mutant("accepts-bad-signature-push", "Accepts a push whose token is signed by nobody", {
  push: forgiving("bad-signature"),
});
