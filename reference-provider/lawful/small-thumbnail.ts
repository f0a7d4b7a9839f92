import { lawful } from "../behaviour/variation.js";

export default lawful("small-thumbnail", "Puts a small picture into the message as its thumbnail", {
  files: {
    content: (content) => (content.kind === "image" ? { ...content, thumbnail: new Uint8Array(4000) } : content),
  },
});
