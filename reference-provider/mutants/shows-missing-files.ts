import { mutant } from "../behaviour/variation.js";

export default mutant("shows-missing-files", "Shows an empty file in place of one that is not there", {
  files: {
    missing: () => new Uint8Array(),
  },
});
