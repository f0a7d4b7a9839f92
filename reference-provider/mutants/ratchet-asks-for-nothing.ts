import { mutant } from "../behaviour/variation.js";

export default mutant("ratchet-asks-for-nothing", "Drops what does not open, in a protocol of its own", {
  messaging: { undecryptable: () => [] },
});
