import { mutant } from "../behaviour/variation.js";

const week = 7 * 86_400;

export default mutant("token-lives-for-days", "Issues tokens that are good for a week", {
  identity: { claims: (standard) => ({ ...standard, exp: Number(standard["iat"]) + week }) },
});
