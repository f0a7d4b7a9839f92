import { defineFault } from "./fault.js";
import { integer } from "./parameters.js";

export const enlistmentServerError = defineFault({
  id: "enlistment-server-error",
  sentence: "Answers an enlistment with a server error and no body",
  hook: "enlistment-answer",
  params: { status: integer(500, 599, 503) },
  effect: (_, { status }) => ({ status, body: "" }),
});
