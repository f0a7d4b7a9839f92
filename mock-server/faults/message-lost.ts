import { defineFault } from "./fault.js";

export const messageLost = defineFault({
  id: "message-lost",
  sentence: "Loses a message of the provider's user, and so answers it with nothing",
  hook: "message-arrival",
  params: {},
  effect: () => false,
});
