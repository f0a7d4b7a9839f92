import { expectBothAnswered, probeUnder, reachedUnder } from "../kit/framing.js";
import { check } from "../kit/index.js";

export default check("m2-channel/frames-split", {
  requirement: "M2-22",
  drive: (context) => probeUnder(context, "frames-split"),
  reached: reachedUnder,
  judge: ({ expect, reached: [fault], trace }) => expectBothAnswered(expect, trace, fault),
  hint: "Collect bytes until the 3-byte length is satisfied: the boundaries of WebSocket messages mean nothing.",
  mutants: { "assumes-frame-per-message": "answer to first-probe" },
  lawful: ["ignores-server-ping"],
});
