import { mutant } from "../behaviour/variation.js";

export default mutant("enlists-nobody", "Waits for Meta to enlist its users, instead of asking Meta to", {
  enlistment: { loginWithoutAsking: "900-10000000000001@interop" },
});
