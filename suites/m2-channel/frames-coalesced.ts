import { expectBothAnswered, probeUnder, reachedUnder } from "../kit/framing.js";
import { check } from "../kit/index.js";

export default check("m2-channel/frames-coalesced", {
  requirement: "M2-23",
  drive: (context) => probeUnder(context, "frames-coalesced"),
  reached: reachedUnder,
  judge: ({ expect, reached: [fault], trace }) => expectBothAnswered(expect, trace, fault),
  hint: "Go on reading after the first frame of a WebSocket message: several frames may arrive together.",
  mutants: {
    "reads-first-frame-only": "answer to second-probe",
    "assumes-frame-per-message": "answer to second-probe",
  },
  lawful: ["ignores-server-ping"],
});
