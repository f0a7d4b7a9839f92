import { lawful } from "../behaviour/variation.js";

export default lawful("tight-mime-types", "Writes MIME types without spaces", {
  files: { content: (content) => ({ ...content, mimetype: content.mimetype.replaceAll(" ", "") }) },
});
