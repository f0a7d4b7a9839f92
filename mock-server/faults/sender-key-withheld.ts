import { defineFault } from "./fault.js";

export const senderKeyWithheld = defineFault({
  id: "sender-key-withheld",
  sentence: "Sends a message to a group without the key that one of the members needs to open it",
  hook: "key-share",
  params: {},
  effect: () => [],
});
