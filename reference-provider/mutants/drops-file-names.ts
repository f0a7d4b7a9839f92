import { mutant } from "../behaviour/variation.js";
import { without } from "./support/files.js";

export default mutant("drops-file-names", "Sends documents without their names", {
  files: {
    content: (content) => without(content, "fileName"),
  },
});
