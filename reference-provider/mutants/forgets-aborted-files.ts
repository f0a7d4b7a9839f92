import { mutant } from "../behaviour/variation.js";

export default mutant("forgets-aborted-files", "Removes a file when its reader hangs up", {
  files: {
    forgetsAborted: true,
  },
});
