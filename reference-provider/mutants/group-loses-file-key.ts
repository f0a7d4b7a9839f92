import { mutant } from "../behaviour/variation.js";

export default mutant("group-loses-file-key", "Sends files to a group with a key that does not open them", {
  groups: { fileOut: (content) => ({ ...content, mediaKey: new Uint8Array(32) }) },
});
