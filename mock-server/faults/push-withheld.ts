import { defineFault } from "./fault.js";

export const pushWithheld = defineFault({
  id: "push-withheld",
  sentence: "Does not tell the provider that something waits for its user",
  hook: "push",
  params: {},
  effect: () => undefined,
});
