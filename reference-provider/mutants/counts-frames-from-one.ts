import { mutant } from "../behaviour/variation.js";

export default mutant("counts-frames-from-one", "Encrypts its first frame after the handshake under count 1", {
  channel: { passedCounts: (sent) => (sent === 0 ? 1 : 0) },
});
