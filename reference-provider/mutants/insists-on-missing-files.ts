import { mutant } from "../behaviour/variation.js";

export default mutant("insists-on-missing-files", "Asks again and again for a file that is not there", {
  files: {
    isFinal: (status) => status === 200,
    pauseMs: () => 0,
  },
});
