import { expectBothAnswered, probeUnder, reachedUnder } from "../kit/framing.js";
import { check } from "../kit/index.js";

export default check("m2-channel/words-spelled-out", {
  requirement: "M2-61",
  wire: "binary",
  drive: (context) => probeUnder(context, "stanza-encoding", { form: "spelled-out" }),
  reached: reachedUnder,
  judge: ({ expect, reached: [fault], trace }) => expectBothAnswered(expect, trace, fault),
  hint: "A word means the same whether it comes from the dictionary or is spelt out: compare after decoding.",
  mutants: { "refuses-spelled-words": "answer to first-probe" },
  lawful: ["ignores-server-ping"],
});
