import { defineFault } from "./fault.js";

export const messageHeldBack = defineFault({
  id: "message-held-back",
  sentence: "Holds a message back until the next one has gone out",
  hook: "sealed",
  params: {},
  effect: (sealed) => ({ ...sealed, held: true }),
});
