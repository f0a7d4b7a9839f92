import { closesOnFrames } from "../kit/frames.js";

export default closesOnFrames("m2-channel/frames-swapped", {
  requirement: "M2-58",
  version: 2,
  fault: "frames-swapped",
  hint: "Open frames in the order in which they come, each under the next count, and close at the first that fails.",
  mutants: ["ignores-bad-frame"],
  deaf: ["loses-count-after-bad-frame"],
});
