import { mutant } from "../behaviour/variation.js";

export default mutant("token-without-expiry", "Issues tokens that never expire", {
  identity: { claims: (standard) => ({ ...standard, exp: undefined }) },
});
