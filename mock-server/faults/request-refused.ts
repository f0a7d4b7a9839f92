import { defineFault } from "./fault.js";
import { choice, code } from "./parameters.js";

export const requestRefused = defineFault({
  id: "request-refused",
  sentence: "Refuses a request of the provider's user with an error",
  hook: "interop-request",
  params: { request: choice(["blocklist", "deletion", "reachability"]), error: code() },
  fits: ({ name }, { request }) => name === request,
  effect: (request, { error }) => ({ ...request, error }),
});
