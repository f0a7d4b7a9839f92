import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-dead-peer", "Stays connected when its pings are not answered", {
  channel: { onSilence: "ignore" },
});
