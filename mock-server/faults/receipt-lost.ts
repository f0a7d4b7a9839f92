import { defineFault } from "./fault.js";

export const receiptLost = defineFault({
  id: "receipt-lost",
  sentence: "Loses a receipt of the provider's user, as when the connection breaks before it arrives",
  hook: "receipt",
  params: {},
  effect: () => false,
});
