import { lawfulFiles } from "../behaviour/files.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("file-path-without-slash", "Leaves out the slash at the end of a file's path", {
  files: {
    path: (integrator, ref) => lawfulFiles.path(integrator, ref).slice(0, -1),
  },
});
