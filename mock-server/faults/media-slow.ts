import { defineFault } from "./fault.js";
import { integer } from "./parameters.js";

export const mediaSlow = defineFault({
  id: "media-slow",
  sentence: "Sends a file in pieces with pauses in between",
  hook: "media-upload",
  params: { pieces: integer(1, 1000, 8), everyMs: integer(1, 10_000, 50) },
  effect: (media, pace) => ({ ...media, serving: { pace } }),
});
