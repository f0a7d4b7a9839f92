import { readsFrames } from "../kit/frames.js";

export default readsFrames("m2-channel/frames-coalesced", {
  requirement: "M2-23",
  fault: "frames-coalesced",
  hint: "Go on reading after the first frame of a WebSocket message: several frames may arrive together.",
  mutants: {
    "reads-first-frame-only": "answer to second-probe",
    "assumes-frame-per-message": "answer to second-probe",
  },
});
