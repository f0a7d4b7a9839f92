import { mutant } from "../behaviour/variation.js";

export default mutant("repeats-refused-upload", "Repeats an upload at once, and for as long as the server refuses it", {
  keys: { refusedUpload: "at-once" },
});
