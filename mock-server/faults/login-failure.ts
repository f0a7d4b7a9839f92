import { defineFault } from "./fault.js";
import { code } from "./parameters.js";

export const loginFailure = defineFault({
  id: "login-failure",
  sentence: "Refuses a good login with a failure reason",
  hook: "login",
  params: { reason: code("503") },
  effect: (_, { reason }) => reason,
});
