import { mutant } from "../behaviour/variation.js";

export default mutant("forgets-refused-upload", "Never uploads again what the server refused once", {
  keys: { refusedUpload: "never" },
});
