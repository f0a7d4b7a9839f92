import { mutant } from "../behaviour/variation.js";

export default mutant("loses-mime-type", "Says of videos that they are just bytes", {
  files: {
    content: (content) => (content.kind === "video" ? { ...content, mimetype: "application/octet-stream" } : content),
  },
});
