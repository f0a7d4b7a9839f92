import { fault, faultTable } from "./fault.js";
import { integer, keyOf, text } from "./parameters.js";

const malformedBodies = {
  "not-json": "<html><body>Welcome</body></html>",
  truncated: '{"status":"ok","log',
  "no-login": '{"status":"ok"}',
  "no-status": '{"login":"900-10000000000001@interop"}',
  empty: "",
};

/** What the enlistment server can do wrong. */
export const enlistmentFaults = faultTable({
  "enlistment-refused": fault({
    sentence: "Answers an enlistment with HTTP 200 and status fail",
    hook: "enlistment-reply",
    params: { reason: text("bad_integrator") },
    effect: (_, { reason }) => reason,
  }),
  "enlistment-answer-malformed": fault({
    sentence: "Answers an enlistment with HTTP 200 and a body that is not a complete answer",
    hook: "enlistment-answer",
    params: { form: keyOf(malformedBodies, "no-login") },
    effect: ({ status }, { form }) => ({ status, body: malformedBodies[form] }),
  }),
  "enlistment-server-error": fault({
    sentence: "Answers an enlistment with a server error and an empty body",
    hook: "enlistment-answer",
    params: { status: integer(500, 599, 503) },
    effect: (_, { status }) => ({ status, body: "" }),
  }),
});
