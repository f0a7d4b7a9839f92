import { refuseNoted } from "./support/refuse-noted.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("refuses-long-interop-jid", "Refuses interop addresses that end with the name of their server", {
  channel: { unpack: refuseNoted("interop-jid-long") },
});
