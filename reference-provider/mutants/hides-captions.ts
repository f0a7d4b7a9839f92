import { mutant } from "../behaviour/variation.js";
import { without } from "./support/files.js";

export default mutant("hides-captions", "Does not show captions", {
  files: {
    shown: (file) => without(file, "caption"),
  },
});
