import { defineFault } from "./fault.js";

export const messageOvertaken = defineFault({
  id: "message-overtaken",
  sentence: "Holds a message back until the sender's next one is out",
  hook: "departure",
  params: {},
  effect: () => "after-next",
});
