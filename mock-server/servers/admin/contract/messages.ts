import type { TraceContent } from "../../../../harness/model/trace.js";
import { messageSteps } from "../../../journal/stories.js";
import { anyJson, integer, list, number, object, oneOf, optional, type Shape, text } from "../../../schema/shape.js";
import { address } from "./components.js";
import { contract } from "./contract.js";

const event = object({
  step: oneOf(messageSteps),
  seq: integer({ description: "Of the journal's entry" }),
  at: number({ description: "Milliseconds since the journal began" }),
  error: optional(text({ description: "Why it was refused, not opened or found unsound" })),
});

export const message = object({
  id: text(),
  from: text(),
  to: text({ description: "A user, an account or a group" }),
  content: optional(
    anyJson({ description: "What a simulated user sealed or opened; bytes in base64" }) as Shape<TraceContent>,
  ),
  events: list(event, { description: "What happened to it, in order" }),
});

export const listAllMessages = contract({
  id: "listAllMessages",
  tag: "messages",
  method: "get",
  path: "/messages",
  scope: "tenant",
  summary: "Lists messages with what became of them",
  query: object({
    party: optional(text({ minLength: 1, maxLength: 200, description: "Only those from or to this address" })),
    limit: optional(integer({ minimum: 1, maximum: 1000, default: 100 })),
  }),
  answer: {
    status: 200,
    description: "The newest since the last reset, oldest first",
    shape: object({ messages: list(message) }),
  },
});

export const getMessage = contract({
  id: "getMessage",
  tag: "messages",
  method: "get",
  path: "/messages/{id}",
  scope: "tenant",
  summary: "Shows one message with what became of it",
  params: object({ id: address }),
  answer: { status: 200, description: "So far", shape: message },
  problems: ["not-found"],
});
