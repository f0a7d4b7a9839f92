import { defineFault } from "./fault.js";

export const framesSwapped = defineFault({
  id: "frames-swapped",
  sentence: "Writes the frames of a turn in the reverse order",
  hook: "writes",
  params: {},
  fits: (writes) => writes.length > 1,
  effect: (writes) => [...writes].reverse(),
});
