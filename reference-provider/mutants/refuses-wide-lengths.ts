import { refuseNoted } from "./support/refuse-noted.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("refuses-wide-lengths", "Refuses lengths that are written with more bytes than needed", {
  channel: { unpack: refuseNoted("length-not-shortest") },
});
