import { readsFrames } from "../kit/frames.js";

export default readsFrames("m2-channel/frames-split", {
  requirement: "M2-22",
  fault: "frames-split",
  hint: "Collect bytes until the 3-byte length is satisfied: the boundaries of WebSocket messages mean nothing.",
  mutants: {
    "assumes-frame-per-message": "answer to first-probe",
    "drops-split-lengths": "answer to first-probe",
    "joins-two-pieces-only": "answer to first-probe",
    "refuses-split-lengths": "answer to first-probe",
  },
});
