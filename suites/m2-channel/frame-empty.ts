import { check } from "../kit/index.js";
import { expectService, reachedHostile, sendHostile } from "../kit/service.js";

export default check("m2-channel/frame-empty", {
  requirement: "M2-57",
  drive: (context) => sendHostile(context, { fault: "frame-empty" }),
  reached: reachedHostile,
  judge: ({ expect, reached, trace }) => expectService(expect, trace, reached),
  hint: "A frame without even a tag cannot be opened: close and log in again, or skip it; do not stop reading.",
  mutants: { "stays-away-after-bad-frame": "probe after it" },
  lawful: ["ignores-server-ping"],
});
