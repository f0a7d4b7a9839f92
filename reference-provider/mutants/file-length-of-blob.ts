import { mutant } from "../behaviour/variation.js";

export default mutant("file-length-of-blob", "States the length of the stored file", {
  files: {
    content: (content, { blob }) => ({ ...content, fileLength: blob.length }),
  },
});
