import { defineFault } from "./fault.js";
import { text } from "./parameters.js";

export const enlistmentRefused = defineFault({
  id: "enlistment-refused",
  sentence: "Answers an enlistment with status fail, on HTTP 200",
  hook: "enlistment-reply",
  params: { reason: text("bad_integrator") },
  effect: (_, { reason }) => reason,
});
