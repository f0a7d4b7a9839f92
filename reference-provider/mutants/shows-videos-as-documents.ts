import { mutant } from "../behaviour/variation.js";

export default mutant("shows-videos-as-documents", "Shows videos as documents", {
  files: {
    shown: (file) => (file.kind === "video" ? { ...file, kind: "document" } : file),
  },
});
