import { mutant } from "../behaviour/variation.js";
import { without } from "./support/files.js";

export default mutant("hides-file-names", "Does not show the names of documents", {
  files: {
    shown: (file) => without(file, "fileName"),
  },
});
