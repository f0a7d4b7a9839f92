import { downloadPath } from "../../protocol/media/paths.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("file-path-with-number", "Names itself by its number in the path of a file", {
  files: {
    path: (_, ref) => downloadPath({ integrator: "900", ref }),
  },
});
