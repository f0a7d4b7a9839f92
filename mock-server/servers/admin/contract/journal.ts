import { Type } from "@sinclair/typebox";
import type { TraceContent } from "../../../../harness/model/trace.js";
import { messageSteps } from "../../../journal/messages.js";
import { list, object, oneOf } from "../../../schema/schema.js";
import { address, entry, limit, predicate } from "./components.js";
import { operations } from "./contract.js";
import { eventStreamMedia } from "./event-stream.js";

const event = object({
  step: oneOf(messageSteps),
  seq: Type.Integer({ description: "Of the journal's entry" }),
  at: Type.Number({ description: "Milliseconds since the journal began" }),
  error: Type.Optional(Type.String({ description: "Why it was refused, not opened or found unsound" })),
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
    summary: "Lists messages with what became of them",
    query: object({
      party: Type.Optional(
        Type.String({ minLength: 1, maxLength: 200, description: "Only those from or to this address" }),
      ),
      limit,
    }),
    answer: {
      status: 200,
      description: "The newest since the last reset, oldest first",
      schema: object({ messages: list(message) }),
    },
  }),
  getMessage: get("/messages/{id}", {
    summary: "Shows one message with what became of it",
    params: object({ id: address }),
    answer: { status: 200, description: "So far", schema: message },
    problems: ["not-found"],
  }),
}));

const after = Type.Optional(
  Type.Integer({
    minimum: 0,
    description: "Only entries with a greater number; those since the last reset unless told",
  }),
);

const page = object({
  entries: list(entry),
  next: Type.Union([Type.Integer({ description: "after of the next page; null when this is the last" }), Type.Null()]),
  last: Type.Integer({ description: "Number of the newest entry" }),
  dropped: Type.Integer({ description: "Entries that had to go because the journal was full" }),
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
    answer: { status: 200, description: "Those that fit, oldest first", schema: page },
  }),
  exportJournal: get("/journal/export", {
    summary: "Hands out entries, one JSON object per line",
    description:
      "All of them unless after says less. Tokens are reduced to digests; texts and addresses are as they were.",
    query: object({ after: Type.Optional(Type.Integer({ minimum: 0 })) }),
    answer: { status: 200, description: "Oldest first", schema: Type.String(), media: "application/x-ndjson" },
  }),
  readEntry: get("/journal/{seq}", {
    summary: "Shows one entry with all that belongs to it",
    description:
      "Both halves of an HTTP exchange; a stanza with what users sealed into it or opened out of it, and its bytes as they " +
      "crossed the wire, below Noise.",
    params: object({ seq: Type.Integer({ minimum: 1 }) }),
    answer: {
      status: 200,
      description: "The entry",
      schema: object({
        entry,
        belonging: list(entry, { description: "In their order, the entry itself among them" }),
        payload: Type.Optional(Type.String({ description: "Of a stanza: its bytes in hex" })),
      }),
    },
    problems: ["not-found"],
  }),
  followJournal: post("/journal/follow", {
    summary: "Hands out entries as they come, without an end",
    description:
      "Server-sent events. An event without a name is an entry, its id the entry's number. missed tells how many entries the " +
      "journal dropped before they could be handed out, reset that the tenant was reset. Ends with the tenant.",
    body: object({ predicate: Type.Optional(predicate), after }),
    answer: {
      status: 200,
      description: "Oldest first, and then each new one",
      schema: Type.String(),
      media: eventStreamMedia,
    },
    problems: ["too-many"],
  }),
  wait: post("/wait", {
    summary: "Waits for an entry",
    description:
      "Answers at once when it is there already. At the time-out the problem names the nearest misses and what each lacked. " +
      "A reset ends all waits of the tenant.",
    body: object({ predicate, timeoutMs: Type.Integer({ minimum: 0, maximum: maximumWaitMs }), after }),
    answer: { status: 200, description: "The first entry that fits", schema: object({ entry }) },
    problems: ["wait-timed-out", "wait-reset", "too-many"],
  }),
}));
