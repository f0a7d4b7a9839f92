import { readsFrames } from "../kit/frames.js";

export default readsFrames("m2-channel/frames-compressed", {
  requirement: "M2-24",
  wire: "binary",
  fault: "frames-compressed",
  hint: "Look at bit 0x02 of the flag byte before each stanza: when it is set, the rest is zlib-compressed.",
  mutants: { "ignores-compression-flag": "answer to first-probe" },
});
