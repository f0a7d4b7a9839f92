import { defineFault } from "./fault.js";

export const retryEndless = defineFault({
  id: "retry-endless",
  sentence: "Has the simulated user ask again and again for a message that it could open, without a bound of its own",
  hook: "opened-message",
  params: {},
  effect: () => "retry-without-bound",
});
