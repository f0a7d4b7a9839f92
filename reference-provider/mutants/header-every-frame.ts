import { concat } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("header-every-frame", "Sends the four header bytes before every frame", {
  channel: { wrap: (frame, { header }) => [concat(header, frame)] },
});
