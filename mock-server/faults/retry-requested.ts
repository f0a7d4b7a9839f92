import { defineFault } from "./fault.js";

export const retryRequested = defineFault({
  id: "retry-requested",
  sentence: "Has the simulated user ask for a message again that it could open",
  hook: "opened-message",
  params: {},
  effect: () => "retry",
});
