import { defineFault } from "./fault.js";
import { code } from "./parameters.js";

export const messageAckError = defineFault({
  id: "message-ack-error",
  sentence: "Refuses a message of the provider's user with an error",
  hook: "message-ack",
  params: { error: code() },
  effect: (_, { error }) => error,
});
