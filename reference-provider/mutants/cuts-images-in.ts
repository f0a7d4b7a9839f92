import { mutant } from "../behaviour/variation.js";

export default mutant("cuts-images-in", "Shows images without their last byte", {
  files: {
    shown: (file) =>
      file.kind === "image" && file.data.length > 100 ? { ...file, data: file.data.subarray(0, -1) } : file,
  },
});
