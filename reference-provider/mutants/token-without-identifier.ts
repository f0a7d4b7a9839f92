import { mutant } from "../behaviour/variation.js";

export default mutant("token-without-identifier", "Issues tokens that do not say for which user", {
  identity: { claims: (standard) => ({ ...standard, sub: undefined }) },
});
