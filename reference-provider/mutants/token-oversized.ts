import { mutant } from "../behaviour/variation.js";

export default mutant("token-oversized", "Issues tokens of more than 4 KB", {
  identity: { claims: (standard) => ({ ...standard, history: "x".repeat(5000) }) },
});
