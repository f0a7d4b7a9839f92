import { mutant } from "../behaviour/variation.js";
import { forgiving } from "./support/forgive.js";

export default mutant("accepts-foreign-issuer-push", "Accepts a push whose token somebody else than Meta has issued", {
  push: forgiving("wrong-issuer"),
});
