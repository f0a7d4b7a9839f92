import { defineFault } from "./fault.js";
import { integer } from "./parameters.js";

export const mediaBrokenOff = defineFault({
  id: "media-broken-off",
  sentence: "Breaks the first transfers of a file off half-way",
  hook: "media-upload",
  params: { answers: integer(1, 100, 1) },
  effect: (media, { answers }) => ({ ...media, serving: { breaksAt: 0.5, answers } }),
});
