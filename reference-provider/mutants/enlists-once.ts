import { mutant } from "../behaviour/variation.js";

export default mutant("enlists-once", "Does not enlist a user again who was enlisted before", {
  enlistment: { repeats: false },
});
