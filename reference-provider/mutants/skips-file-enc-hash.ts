import { mutant } from "../behaviour/variation.js";
import { tolerating } from "./support/files.js";

export default mutant("skips-file-enc-hash", "Does not compare the hash of the stored file", {
  files: {
    open: tolerating("media-enc-hash-mismatch"),
  },
});
