import { defineFault } from "./fault.js";

export const identitySpoofed = defineFault({
  id: "identity-spoofed",
  sentence: "Lets a stranger with other keys write in the user's name",
  hook: "sealing-identity",
  params: {},
  effect: () => "stranger",
});
