import { lawfulFiles } from "../behaviour/files.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("file-path-with-host", "Writes a whole URL where the path of a file belongs", {
  files: {
    path: (integrator, ref) => `https://mmg.whatsapp.net${lawfulFiles.path(integrator, ref)}`,
  },
});
