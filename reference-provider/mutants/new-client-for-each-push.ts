import { mutant } from "../behaviour/variation.js";

export default mutant("new-client-for-each-push", "Starts another client for every push", {
  push: { startsAnew: true },
});
