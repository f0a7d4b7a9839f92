import { readsFrames } from "../kit/frames.js";

export default readsFrames("m2-channel/words-spelled-out", {
  requirement: "M2-61",
  wire: "binary",
  fault: "stanza-encoding",
  params: { form: "spelled-out" },
  hint: "A word means the same whether it comes from the dictionary or is spelt out: compare after decoding.",
  mutants: { "refuses-spelled-words": "answer to first-probe" },
});
