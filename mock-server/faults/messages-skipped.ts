import { defineFault } from "./fault.js";
import { integer } from "./parameters.js";

export const messagesSkipped = defineFault({
  id: "messages-skipped",
  sentence: "Numbers a message as if many before it had been lost",
  hook: "skipped-messages",
  params: { count: integer(1, 100_000) },
  effect: (skipped, { count }) => skipped + count,
});
