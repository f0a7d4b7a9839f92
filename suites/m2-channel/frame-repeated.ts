import { closeUnder, expectClosedByProvider } from "../kit/closing.js";
import { reachedUnder } from "../kit/framing.js";
import { check } from "../kit/index.js";

export default check("m2-channel/frame-repeated", {
  requirement: "M2-58",
  drive: (context) => closeUnder(context, "frame-repeated"),
  reached: reachedUnder,
  judge: ({ expect, reached: [fault], trace }) => expectClosedByProvider(expect, trace, fault),
  hint: "Open each frame under the next count. A frame that comes twice fails, and means that somebody plays back what was recorded: close.",
  mutants: { "accepts-repeated-frame": "connection closed by" },
  lawful: ["ignores-server-ping"],
});
