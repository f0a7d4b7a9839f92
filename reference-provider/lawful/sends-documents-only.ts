import { lawful } from "../behaviour/variation.js";

export default lawful("sends-documents-only", "Can send files of one type", { files: { kinds: ["document"] } });
