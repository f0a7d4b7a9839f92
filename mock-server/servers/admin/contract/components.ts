import type { EntryKind, TraceEntry, TraceNode } from "../../../../harness/model/trace.js";
import { type EntryPredicate, maximumGlobLength, type Predicate } from "../../../predicate/predicate.js";
import {
  integer,
  type JsonSchema,
  list,
  named,
  object,
  optional,
  record,
  type Shape,
  text,
} from "../../../schema/shape.js";

/** Schemas that several operations share, by the name under which they stand in the OpenAPI document. */

export const address = text({ minLength: 1, maxLength: 200 });

/** A user-visible id may be anything that a provider chose. */
export const anyId = text({ minLength: 1, maxLength: 500 });

export const hexKey = (bytes: number): Shape<string> =>
  text({ pattern: `^[0-9a-f]{${2 * bytes}}$`, description: `${bytes} bytes in lower-case hex` });

export const stanza: Shape<TraceNode> = named("Stanza");
export const entry: Shape<TraceEntry> = named("Entry");
export const predicate: Shape<EntryPredicate> = named("EntryPredicate");

export const endpoints = object(
  {
    enlistUrl: text(),
    chatUrl: text(),
    mediaUrl: text(),
    jwksUrl: text(),
    rootKey: text({ description: "Hex, 32 bytes: signs the intermediate certificate of the chat server" }),
  },
  { description: "What a provider has to be told" },
);

const stanzaSchema = object(
  {
    tag: text({ minLength: 1, maxLength: 200 }),
    attrs: record(text({ maxLength: 4096 })),
    children: optional(list(stanza, { maxItems: 2000 })),
    text: optional(text({ maxLength: 1_000_000 })),
    bytes: optional(text({ maxLength: 1_400_000, description: "Base64" })),
  },
  { description: "A stanza as the journal keeps it: at most one of children, text and bytes" },
).schema;

/** The type sees to it that none is missing. */
const kinds: Readonly<Record<EntryKind, true>> = {
  scenario: true,
  http: true,
  connection: true,
  handshake: true,
  enlistment: true,
  login: true,
  stanza: true,
  "bad-frame": true,
  opened: true,
  media: true,
  sealed: true,
  driver: true,
  event: true,
  fault: true,
  clock: true,
};

const entrySchema: JsonSchema = {
  type: "object",
  description: "One thing that crossed a boundary. What else it holds depends on its kind: see docs/mock-server.md",
  properties: {
    seq: integer({ minimum: 1, description: "Number in the journal, without gaps" }).schema,
    at: { type: "number", description: "Milliseconds since the journal began" },
    scenario: { type: "string" },
    by: { enum: ["provider", "harness"], description: "Who did it" },
    kind: { enum: Object.keys(kinds) },
  },
  required: ["seq", "at", "scenario", "by", "kind"],
};

const anyPredicate: Shape<Predicate> = named("Predicate");
const predicates = list(anyPredicate, { maxItems: 100 });

const operators = {
  $glob: text({ maxLength: maximumGlobLength, description: "* any characters, ? one, \\ the next for itself" }).schema,
  $min: { type: "number" },
  $max: { type: "number" },
  $present: { type: "boolean" },
  $any: predicates.schema,
  $not: anyPredicate.schema,
};

const predicateObject: JsonSchema = {
  type: "object",
  properties: operators,
  patternProperties: { "^[^$]": anyPredicate.schema },
  additionalProperties: false,
};

export const components: Readonly<Record<string, JsonSchema>> = {
  Stanza: stanzaSchema,
  Entry: entrySchema,
  Predicate: {
    description:
      "A text, number, boolean or null wants exactly that; an object wants each of its members, and there may be more; " +
      "a list wants each of its elements somewhere in the list",
    anyOf: [{ type: ["string", "number", "boolean", "null"] }, predicates.schema, predicateObject],
  },
  EntryPredicate: {
    ...predicateObject,
    // A kind that does not exist would be waited for in vain.
    properties: { ...operators, kind: { anyOf: [{ enum: Object.keys(kinds) }, predicateObject] } },
    patternProperties: { "^(?!kind$)[^$]": anyPredicate.schema },
    description:
      "What an entry has to look like. tag, attrs, children, text and bytes at the top mean those of its stanza",
    examples: [{ kind: "stanza", direction: "in", tag: "iq", attrs: { xmlns: "w:p" } }],
  },
  Problem: {
    ...object({
      type: text(),
      title: text(),
      status: integer(),
      detail: text(),
      code: text({ description: "What programs should look at; explained in docs/errors" }),
      errors: optional(
        list(
          object({
            in: text({ description: "path, query or body" }),
            field: text({ description: "JSON Pointer" }),
            message: text(),
          }),
        ),
      ),
    }).schema,
    description: "RFC 9457; may have further members",
    additionalProperties: true,
  },
};
