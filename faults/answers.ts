import { childNamed } from "../protocol/stanza/node.js";
import { fault, faultTable } from "./fault.js";
import { choice, code, integer, text } from "./parameters.js";
import { changeChildren, withAttribute, withFlippedBytes } from "./stanza-edits.js";

/** What the server or a simulated user can do wrong with what the provider's user sends. */
export const answerFaults = faultTable({
  "message-ack-error": fault({
    sentence: "Refuses a message of the provider's user with an error",
    hook: "message-ack",
    params: { error: code() },
    effect: (_, { error }) => error,
  }),
  "message-lost": fault({
    sentence: "Loses a message of the provider's user and does not answer it",
    hook: "message-arrival",
    effect: () => false,
  }),
  "message-time-changed": fault({
    sentence: "States another time for a message than the one at which it was sent, or delivered before",
    hook: "message-time",
    params: { seconds: integer(-86_400, 86_400, -3600) },
    effect: (time, { seconds }) => time + seconds,
  }),
  "receipt-lost": fault({
    sentence: "Loses a receipt of the provider's user, as if the connection broke before it arrived",
    hook: "receipt",
    effect: () => false,
  }),
  "request-refused": fault({
    sentence: "Refuses a request of the provider's user with an error",
    hook: "interop-request",
    params: { request: choice(["blocklist", "deletion", "reachability"]), error: code() },
    fits: ({ name }, { request }) => name === request,
    effect: (request, { error }) => ({ ...request, error }),
  }),
  "request-unanswered": fault({
    sentence: "Loses a request of this type and namespace: does not carry it out, and does not answer",
    hook: "request",
    params: { namespace: text(), type: choice(["get", "set"], "get") },
    fits: (request, { namespace, type }) => request.namespace === namespace && request.type === type,
    effect: (request) => ({ ...request, arrives: false }),
  }),
  "retry-requested": fault({
    sentence: "Makes the simulated user ask again for a message that it could open",
    hook: "opened-message",
    effect: () => "retry",
  }),
  "retry-endless": fault({
    sentence: "Makes the simulated user ask again and again for a message that it could open, without a limit",
    hook: "opened-message",
    effect: () => "retry-without-bound",
  }),
  "retry-keys-at-once": fault({
    sentence: "Makes the simulated user send keys for a new session in its first retry receipt",
    hook: "retry-keys-from",
    effect: () => 1,
  }),
  "retry-count-stated": fault({
    sentence: "States a number in a retry receipt that is not the number of the request",
    hook: "retry-receipt",
    params: { count: integer(1, 1000, 1) },
    effect: (receipt, { count }) =>
      changeChildren(receipt, "retry", (retry) => withAttribute(retry, "count", `${count}`)),
  }),
  "retry-other-registration": fault({
    sentence: "States another registration id in a retry receipt than before, as after a re-installation",
    hook: "retry-receipt",
    fits: (receipt) => childNamed(receipt, "registration") !== undefined,
    effect: (receipt) => changeChildren(receipt, "registration", withFlippedBytes),
  }),
});
