import { FrameReader } from "../../protocol/noise/framing.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("small-frame-limit", "Refuses frames of more than 64 KiB", {
  channel: { frames: () => new FrameReader({ maxFrame: 65_535 }) },
});
