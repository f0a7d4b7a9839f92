import { mutant } from "../behaviour/variation.js";

export default mutant("group-cuts-files-in", "Shows a file of a group without its end", {
  groups: { fileIn: (file) => ({ ...file, data: file.data.subarray(0, -1) }) },
});
