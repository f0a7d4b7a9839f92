import { mutant } from "../behaviour/variation.js";

export default mutant("large-thumbnail", "Puts a large picture into the message as its thumbnail", {
  files: {
    content: (content) => (content.kind === "image" ? { ...content, thumbnail: new Uint8Array(40_000) } : content),
  },
});
