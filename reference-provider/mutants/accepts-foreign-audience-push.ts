import { mutant } from "../behaviour/variation.js";
import { forgiving } from "./support/forgive.js";

export default mutant("accepts-foreign-audience-push", "Accepts a push whose token is meant for somebody else", {
  push: forgiving("wrong-audience"),
});
