import { mutant } from "../behaviour/variation.js";
import { forgiving } from "./support/forgive.js";

export default mutant("accepts-alg-none-push", "Accepts a push whose token says that it needs no signature", {
  push: forgiving("algorithm-not-allowed"),
});
