import { closeUnder, expectClosedByProvider } from "../kit/closing.js";
import { reachedUnder } from "../kit/framing.js";
import { check } from "../kit/index.js";

export default check("m2-channel/frames-swapped", {
  requirement: "M2-58",
  drive: (context) => closeUnder(context, "frames-swapped"),
  reached: reachedUnder,
  judge: ({ expect, reached: [fault], trace }) => expectClosedByProvider(expect, trace, fault),
  hint: "Open frames in the order in which they come, each under the next count, and close at the first that fails.",
  mutants: { "ignores-bad-frame": "connection closed by" },
  lawful: ["ignores-server-ping"],
});
