import { defineFault } from "./fault.js";

export const messageDuplicated = defineFault({
  id: "message-duplicated",
  sentence: "Sends a message twice, byte for byte",
  hook: "sealed",
  params: {},
  effect: (sealed) => ({ ...sealed, stanzas: [...sealed.stanzas, ...sealed.stanzas] }),
});
