import { closesOnFrames } from "../kit/frames.js";

export default closesOnFrames("m2-channel/frame-repeated", {
  requirement: "M2-58",
  version: 2,
  fault: "frame-repeated",
  hint: "Open each frame under the next count. A frame that comes twice fails, and means that somebody plays back what was recorded: close.",
  mutants: ["accepts-repeated-frame", "loses-count-after-bad-frame"],
  deaf: ["ignores-bad-frame"],
});
