import { expectBothAnswered, probeUnder, reachedUnder } from "../kit/framing.js";
import { check } from "../kit/index.js";

export default check("m2-channel/lengths-wide", {
  requirement: "M2-60",
  wire: "binary",
  drive: (context) => probeUnder(context, "stanza-encoding", { form: "wide" }),
  reached: reachedUnder,
  judge: ({ expect, reached: [fault], trace }) => expectBothAnswered(expect, trace, fault),
  hint: "Read lists with a size of two bytes, and texts with lengths of 20 and 32 bits, whatever their size.",
  mutants: { "refuses-wide-lengths": "answer to first-probe", "refuses-spelled-words": "answer to first-probe" },
  lawful: ["ignores-server-ping"],
});
