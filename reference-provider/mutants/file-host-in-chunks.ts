import { mutant } from "../behaviour/variation.js";

export default mutant("file-host-in-chunks", "Does not say how long a file is", {
  files: {
    statesLength: () => false,
  },
});
