import { mutant } from "../behaviour/variation.js";
import { tolerating } from "./support/files.js";

export default mutant("skips-file-hash", "Does not compare the hash of the plain file", {
  files: {
    open: tolerating("media-hash-mismatch"),
  },
});
