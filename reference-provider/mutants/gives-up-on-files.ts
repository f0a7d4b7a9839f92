import { mutant } from "../behaviour/variation.js";

export default mutant("gives-up-on-files", "Asks for a file once", {
  files: {
    attempts: 1,
  },
});
