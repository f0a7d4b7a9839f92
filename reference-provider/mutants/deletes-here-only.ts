import { mutant } from "../behaviour/variation.js";

export default mutant("deletes-here-only", "Deletes a user without telling Meta", {
  features: { deletionRequest: () => undefined },
});
