import { defineFault } from "./fault.js";
import { flipLastByte } from "./tamper.js";

export const frameTampered = defineFault({
  id: "frame-tampered",
  sentence: "Turns one bit of an encrypted frame",
  hook: "frame",
  params: {},
  effect: flipLastByte,
});
