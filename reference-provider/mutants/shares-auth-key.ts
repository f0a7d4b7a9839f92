import { mutant } from "../behaviour/variation.js";

export default mutant("shares-auth-key", "Gives all users the same Noise key", {
  identity: { authKey: (fresh, previous) => previous ?? fresh() },
});
