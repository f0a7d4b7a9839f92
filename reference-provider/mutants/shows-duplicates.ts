import { mutant } from "../behaviour/variation.js";

export default mutant("shows-duplicates", "Shows a message again each time that it is delivered again", {
  messaging: { showsDuplicates: true },
});
