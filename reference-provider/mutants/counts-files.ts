import { mutant } from "../behaviour/variation.js";

export default mutant("counts-files", "Numbers its files", {
  files: {
    ref: (_, { count }) => `${count}`.padStart(32, "0"),
  },
});
