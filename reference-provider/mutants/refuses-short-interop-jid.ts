import { refuseNoted } from "./support/refuse-noted.js";
import { mutant } from "../behaviour/variation.js";

export default mutant(
  "refuses-short-interop-jid",
  "Refuses interop addresses that end without the name of their server",
  {
    channel: { unpack: refuseNoted("interop-jid-short") },
  },
);
