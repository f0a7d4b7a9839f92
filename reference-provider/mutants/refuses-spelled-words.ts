import { refuseNoted } from "./support/refuse-noted.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("refuses-spelled-words", "Refuses words that are spelt out although the dictionary has them", {
  channel: { unpack: refuseNoted("word-as-text") },
});
