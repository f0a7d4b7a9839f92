import { defineFault } from "./fault.js";

export const frameRepeated = defineFault({
  id: "frame-repeated",
  sentence: "Writes the last frame of a turn twice, as one who recorded it could",
  hook: "writes",
  params: {},
  effect: (writes) => [...writes, ...writes.slice(-1)],
});
