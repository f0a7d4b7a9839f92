import { closesOnFrames } from "../kit/frames.js";

export default closesOnFrames("m2-channel/frame-tampered", {
  requirement: "M2-25",
  version: 2,
  fault: "frame-tampered",
  hint: "A frame whose tag does not verify means that the stream is not what the server sent: close it and log in again.",
  mutants: ["ignores-bad-frame"],
  deaf: ["loses-count-after-bad-frame"],
});
