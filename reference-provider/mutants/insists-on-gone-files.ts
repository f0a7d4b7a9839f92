import { mutant } from "../behaviour/variation.js";

export default mutant("insists-on-gone-files", "Asks again and again for a file that is gone", {
  files: {
    isFinal: (status) => status === 200 || status === 404,
    pauseMs: () => 0,
  },
});
