import { mutant } from "../behaviour/variation.js";

export default mutant("group-hides-files", "Shows texts of a group and no files", {
  groups: { fileIn: () => undefined },
});
