import { defineFault } from "./fault.js";
import { integer } from "./parameters.js";

export const paddingLength = defineFault({
  id: "padding-length",
  sentence: "Pads a message with as many bytes as told",
  hook: "plaintext",
  params: { length: integer(1, 16) },
  effect: (plain, { length }) => ({ ...plain, padding: new Uint8Array(length).fill(length) }),
});
