import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-bad-frame", "Drops a frame that does not decrypt and stays connected", {
  channel: { onBadFrame: () => "ignore" },
});
