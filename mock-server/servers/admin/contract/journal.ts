import { Type } from "@sinclair/typebox";
import type { TraceContent } from "../../../../harness/model/trace.js";
import { messageSteps } from "../../../journal/stories.js";
import { list, object, oneOf } from "../../../schema/schema.js";
import { address, entry, limit, predicate } from "./components.js";
import { operations } from "./contract.js";
import { eventStreamMedia } from "./event-stream.js";

const event = object({
  step: oneOf(messageSteps),
  seq: Type.Integer({ description: "Number of the journal entry" }),
  at: Type.Number({ description: "Milliseconds since the journal began" }),
  error: Type.Optional(Type.String({ description: "Why it was refused, could not be opened, or has an invalid file" })),
});

export const message = object({
  id: Type.String(),
  from: Type.String(),
  to: Type.String({ description: "A user, an account or a group" }),
  content: Type.Optional(
    Type.Unsafe<TraceContent>({ description: "What a simulated user sealed or opened; bytes in base64" }),
  ),
  events: list(event, { description: "What happened to it, in order" }),
});

export const messages = operations("messages", "tenant", ({ get }) => ({
  listAllMessages: get("/messages", {
    summary: "Lists messages with what happened to them",
    query: object({
      party: Type.Optional(
        Type.String({ minLength: 1, maxLength: 200, description: "Only those from or to this address" }),
      ),
      limit,
    }),
    answer: {
      status: 200,
      description: "The newest messages since the last reset, oldest first",
      schema: object({ messages: list(message) }),
    },
  }),
  getMessage: get("/messages/{id}", {
    summary: "Shows one message with what happened to it",
    params: object({ id: address }),
    answer: { status: 200, description: "What happened so far", schema: message },
    problems: ["not-found"],
  }),
}));

const after = Type.Optional(
  Type.Integer({
    minimum: 0,
    description: "Only entries with a greater number (default: those since the last reset)",
  }),
);

const page = object({
  entries: list(entry),
  next: Type.Union([
    Type.Integer({ description: "Use it as after for the next page; null on the last page" }),
    Type.Null(),
  ]),
  last: Type.Integer({ description: "Number of the newest entry" }),
  dropped: Type.Integer({ description: "Number of entries that the journal dropped because it was full" }),
});

/** Of one wait. */
const maximumWaitMs = 60_000;

export const journal = operations("journal", "tenant", ({ get, post }) => ({
  readJournal: get("/journal", {
    summary: "Lists entries",
    query: object({ after, limit }),
    answer: { status: 200, description: "Oldest first", schema: page },
  }),
  queryJournal: post("/journal/query", {
    summary: "Finds entries",
    body: object({ predicate, after, limit }),
    answer: { status: 200, description: "The entries that fit, oldest first", schema: page },
  }),
  exportJournal: get("/journal/export", {
    summary: "Exports entries, one JSON object per line",
    description:
      "All entries, or those after a number. Tokens are reduced to digests; texts and addresses are unchanged.",
    query: object({ after: Type.Optional(Type.Integer({ minimum: 0 })) }),
    answer: { status: 200, description: "Oldest first", schema: Type.String(), media: "application/x-ndjson" },
  }),
  readEntry: get("/journal/{seq}", {
    summary: "Shows one entry with the entries that belong to it",
    description:
      "Both halves of an HTTP exchange; a stanza with its encrypted content in plain, and its bytes as they crossed the " +
      "wire, below Noise.",
    params: object({ seq: Type.Integer({ minimum: 1 }) }),
    answer: {
      status: 200,
      description: "The entry",
      schema: object({
        entry,
        belonging: list(entry, { description: "In order, with the entry itself" }),
        payload: Type.Optional(Type.String({ description: "Of a stanza: its bytes in hex" })),
      }),
    },
    problems: ["not-found"],
  }),
  followJournal: post("/journal/follow", {
    summary: "Streams entries as they are recorded",
    description:
      "Server-sent events. An event without a name is an entry; its id is the number of the entry. The event missed has the " +
      "number of entries that the journal dropped before they were sent; reset follows a reset of the tenant. The stream " +
      "ends with the tenant.",
    body: object({ predicate: Type.Optional(predicate), after }),
    answer: {
      status: 200,
      description: "Oldest first, then each new entry",
      schema: Type.String(),
      media: eventStreamMedia,
    },
    problems: ["too-many"],
  }),
  wait: post("/wait", {
    summary: "Waits for an entry",
    description:
      "Answers at once if the journal has it already. After the time-out the problem names the nearest misses and what each " +
      "lacked. A reset ends all waits of the tenant.",
    body: object({ predicate, timeoutMs: Type.Integer({ minimum: 0, maximum: maximumWaitMs }), after }),
    answer: { status: 200, description: "The first entry that fits", schema: object({ entry }) },
    problems: ["wait-timed-out", "wait-reset", "too-many"],
  }),
}));
