import { survives } from "../kit/hostile.js";

export default survives("m2-channel/frame-empty", {
  requirement: "M2-57",
  fault: "frame-empty",
  hint: "A frame without even a tag cannot be opened: close and log in again, or skip it; do not stop reading.",
  mutants: { "stays-away-after-bad-frame": "probe after it" },
  lawful: ["ignores-server-ping"],
});
