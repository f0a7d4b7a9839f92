import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-undecryptable", "Drops messages that it could not open without a word", {
  messaging: { undecryptable: () => [] },
});
