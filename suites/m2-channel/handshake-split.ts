import { connects } from "../kit/handshakes.js";

export default connects("m2-channel/handshake-split", {
  requirement: "M2-22",
  fault: "frames-split",
  params: { bytes: 7 },
  outcome: "ok",
  hint: "Collect the bytes of a frame until its announced length is there, in the handshake as well as after it.",
  mutants: [
    "wants-hello-in-one-message",
    "assumes-frame-per-message",
    "drops-split-lengths",
    "joins-two-pieces-only",
    "refuses-split-lengths",
  ],
});
