import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-wrappers", "Does not look into the wrappers that ordinary clients put around messages", {
  messaging: { unwrap: (content) => content },
});
