import { mutant } from "../behaviour/variation.js";
import { tolerating } from "./support/files.js";

export default mutant("skips-file-length", "Does not compare the length of a file", {
  files: {
    open: tolerating("media-length-mismatch"),
  },
});
