import { readsFrames } from "../kit/frames.js";

export default readsFrames("m2-channel/lengths-wide", {
  requirement: "M2-60",
  wire: "binary",
  fault: "stanza-encoding",
  params: { form: "wide" },
  hint: "Read sizes of lists in two bytes, and lengths of texts in 20 and 32 bits, also when fewer would do.",
  mutants: { "refuses-wide-lengths": "answer to first-probe", "refuses-spelled-words": "answer to first-probe" },
});
