import { mutant } from "../behaviour/variation.js";

export default mutant("forgets-mime-type", "Shows documents as just bytes", {
  files: {
    shown: (file) => (file.kind === "document" ? { ...file, mimetype: "application/octet-stream" } : file),
  },
});
