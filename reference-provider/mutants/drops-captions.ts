import { mutant } from "../behaviour/variation.js";
import { without } from "./support/files.js";

export default mutant("drops-captions", "Sends files without their captions", {
  files: {
    content: (content) => without(content, "caption"),
  },
});
