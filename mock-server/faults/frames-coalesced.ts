import { concat } from "../../core/bytes.js";
import { defineFault } from "./fault.js";

export const framesCoalesced = defineFault({
  id: "frames-coalesced",
  sentence: "Writes all frames of a turn as one WebSocket message",
  hook: "writes",
  params: {},
  fits: (writes) => writes.length > 1,
  effect: (writes) => [concat(...writes)],
});
