import { integer, list, nullable, object, optional, text } from "../../../schema/shape.js";
import { eventStreamMedia } from "../event-stream.js";
import { entry, predicate } from "./components.js";
import { contract } from "./contract.js";

const after = optional(
  integer({ minimum: 0, description: "Only entries with a greater number; those since the last reset unless told" }),
);
const limit = optional(integer({ minimum: 1, maximum: 1000, default: 100 }));

const page = object({
  entries: list(entry),
  next: nullable(integer({ description: "after of the next page; null when this is the last" })),
  last: integer({ description: "Number of the newest entry" }),
  dropped: integer({ description: "Entries that had to go because the journal was full" }),
});

export const readJournal = contract({
  id: "readJournal",
  tag: "journal",
  method: "get",
  path: "/journal",
  scope: "tenant",
  summary: "Lists entries",
  query: object({ after, limit }),
  answer: { status: 200, description: "Oldest first", shape: page },
});

export const queryJournal = contract({
  id: "queryJournal",
  tag: "journal",
  method: "post",
  path: "/journal/query",
  scope: "tenant",
  summary: "Finds entries",
  body: object({ predicate, after, limit }),
  answer: { status: 200, description: "Those that fit, oldest first", shape: page },
});

export const exportJournal = contract({
  id: "exportJournal",
  tag: "journal",
  method: "get",
  path: "/journal/export",
  scope: "tenant",
  summary: "Hands out entries, one JSON object per line",
  description:
    "All of them unless after says less. Tokens are reduced to digests; texts and addresses are as they were.",
  query: object({ after: optional(integer({ minimum: 0 })) }),
  answer: { status: 200, description: "Oldest first", shape: text(), media: "application/x-ndjson" },
});

export const readEntry = contract({
  id: "readEntry",
  tag: "journal",
  method: "get",
  path: "/journal/{seq}",
  scope: "tenant",
  summary: "Shows one entry with all that belongs to it",
  description:
    "Both halves of an HTTP exchange; a stanza with what users sealed into it or opened out of it, and its bytes as they " +
    "crossed the wire, below Noise.",
  params: object({ seq: integer({ minimum: 1 }) }),
  answer: {
    status: 200,
    description: "The entry",
    shape: object({
      entry,
      belonging: list(entry, { description: "In their order, the entry itself among them" }),
      payload: optional(text({ description: "Of a stanza: its bytes in hex" })),
    }),
  },
  problems: ["not-found"],
});

export const followJournal = contract({
  id: "followJournal",
  tag: "journal",
  method: "post",
  path: "/journal/follow",
  scope: "tenant",
  summary: "Hands out entries as they come, without an end",
  description:
    "Server-sent events. An event without a name is an entry, its id the entry's number. missed tells how many entries the " +
    "journal dropped before they could be handed out, reset that the tenant was reset. Ends with the tenant.",
  body: object({ predicate: optional(predicate), after }),
  answer: { status: 200, description: "Oldest first, and then each new one", shape: text(), media: eventStreamMedia },
  problems: ["too-many"],
});

/** Of one wait; who wants more waits again. */
export const maximumWaitMs = 60_000;

export const wait = contract({
  id: "wait",
  tag: "journal",
  method: "post",
  path: "/wait",
  scope: "tenant",
  summary: "Waits for an entry",
  description:
    "Answers at once when it is there already. At the time-out the problem names the nearest misses and what each lacked. " +
    "A reset ends all waits of the tenant.",
  body: object({ predicate, timeoutMs: integer({ minimum: 0, maximum: maximumWaitMs }), after }),
  answer: { status: 200, description: "The first entry that fits", shape: object({ entry }) },
  problems: ["wait-timed-out", "wait-reset", "too-many"],
});
