import { defineFault } from "./fault.js";

export const pingUnanswered = defineFault({
  id: "ping-unanswered",
  sentence: "Does not answer a keep-alive ping",
  hook: "ping-answer",
  params: {},
  fits: (answer) => answer !== undefined,
  effect: () => undefined,
});
