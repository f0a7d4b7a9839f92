import { defineFault } from "./fault.js";

export const paddingInconsistent = defineFault({
  id: "padding-inconsistent",
  sentence: "Pads a message with bytes that are not all the same",
  hook: "plaintext",
  params: {},
  effect: (plain) => ({ ...plain, padding: Uint8Array.of(1, 4, 4, 4) }),
});
