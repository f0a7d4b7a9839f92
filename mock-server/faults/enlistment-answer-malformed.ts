import { defineFault } from "./fault.js";
import { choice } from "./parameters.js";

const bodies = {
  "not-json": "<html><body>Welcome</body></html>",
  truncated: '{"status":"ok","log',
  "no-login": '{"status":"ok"}',
  "no-status": '{"login":"900-10000000000001@interop"}',
  empty: "",
} as const;

type Form = keyof typeof bodies;

export const enlistmentAnswerMalformed = defineFault({
  id: "enlistment-answer-malformed",
  sentence: "Answers an enlistment with HTTP 200 and a body that is not what it should be",
  hook: "enlistment-answer",
  params: { form: choice(Object.keys(bodies) as Form[], "no-login") },
  effect: ({ status }, { form }) => ({ status, body: bodies[form] }),
});
