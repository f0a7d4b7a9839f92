import { mutant } from "../behaviour/variation.js";

export default mutant("token-already-expired", "Issues tokens that expired an hour ago", {
  identity: { claims: (standard) => ({ ...standard, exp: Number(standard["iat"]) - 3600 }) },
});
