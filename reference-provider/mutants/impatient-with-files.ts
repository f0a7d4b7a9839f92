import { mutant } from "../behaviour/variation.js";

export default mutant("impatient-with-files", "Gives up on a transfer that takes long", {
  files: {
    transferMs: 150,
  },
});
