import { expectBothAnswered, probeUnder, reachedUnder } from "../kit/framing.js";
import { check } from "../kit/index.js";

export default check("m2-channel/frames-compressed", {
  requirement: "M2-24",
  wire: "binary",
  drive: (context) => probeUnder(context, "frames-compressed"),
  reached: reachedUnder,
  judge: ({ expect, reached: [fault], trace }) => expectBothAnswered(expect, trace, fault),
  hint: "Look at bit 0x02 of the flag byte before each stanza: when it is set, the rest is zlib-compressed.",
  mutants: { "ignores-compression-flag": "answer to first-probe" },
  lawful: ["ignores-server-ping"],
});
