import { mutant } from "../behaviour/variation.js";
import { tolerating } from "./support/files.js";

export default mutant("skips-file-mac", "Does not look at the MAC of a file", {
  files: {
    open: tolerating("media-mac-mismatch"),
  },
});
