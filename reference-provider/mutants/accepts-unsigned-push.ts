import { mutant } from "../behaviour/variation.js";

export default mutant("accepts-unsigned-push", "Lets anyone wake its users", {
  push: { verify: async () => undefined },
});
