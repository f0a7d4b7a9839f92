import { mutant } from "../behaviour/variation.js";

export default mutant("remembers-refusal", "Never again writes to somebody who could not be written to once", {
  messaging: { afterRefusal: () => "give-up-on-contact" },
});
