import { mutant } from "../behaviour/variation.js";

export default mutant("impatient-file-host", "Hangs up on readers who take their time", {
  files: {
    readerPatienceMs: 250,
  },
});
