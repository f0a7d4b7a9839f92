import { defineFault } from "./fault.js";

export const framesCompressed = defineFault({
  id: "frames-compressed",
  sentence: "Compresses a stanza",
  hook: "compression",
  params: {},
  effect: () => true,
});
