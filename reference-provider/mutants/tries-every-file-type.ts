import { mutant } from "../behaviour/variation.js";
import { tolerating } from "./support/files.js";

export default mutant("tries-every-file-type", "Tries the keys of other types when those of the message do not fit", {
  files: {
    open: tolerating("media-wrong-kind"),
  },
});
