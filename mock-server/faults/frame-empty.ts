import { defineFault } from "./fault.js";

const emptyFrame = Uint8Array.of(0, 0, 0);

export const frameEmpty = defineFault({
  id: "frame-empty",
  sentence: "Writes a frame of length zero before the frames of a turn",
  hook: "writes",
  params: {},
  effect: (writes) => [emptyFrame, ...writes],
});
