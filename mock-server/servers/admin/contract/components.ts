import { Type } from "@sinclair/typebox";
import type { EntryKind, TraceEntry, TraceNode } from "../../../../harness/model/trace.js";
import { type EntryPredicate, maximumGlobLength, type Predicate } from "../../../predicate/predicate.js";
import { type JsonSchema, list, named, object, record } from "../../../schema/schema.js";

/** Schemas that several operations share, by the name under which they stand in the OpenAPI document. */

export const address = Type.String({ minLength: 1, maxLength: 200 });

/** A user-visible id may be anything that a provider chose. */
export const anyId = Type.String({ minLength: 1, maxLength: 500 });

export const hexKey = (bytes: number) =>
  Type.String({ pattern: `^[0-9a-f]{${2 * bytes}}$`, description: `${bytes} bytes in lower-case hex` });

/** Public keys of a client, as the servers hold them. */
export const registrationId = Type.Integer({ minimum: 0, maximum: 2 ** 32 - 1 });

export const signedPreKey = object({
  id: Type.Integer({ minimum: 0, maximum: 2 ** 24 - 1 }),
  publicKey: hexKey(32),
  signature: hexKey(64),
});

export const user = object({
  jid: Type.String({ description: "For example 999123456789@s.whatsapp.net" }),
  lid: Type.Optional(Type.String({ description: "Second address, where users have one" })),
});

/** Of a listing: how much of it at once. */
export const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 }));

export const stanza = named<TraceNode>("Stanza");
export const entry = named<TraceEntry>("Entry");
export const predicate = named<EntryPredicate>("EntryPredicate");

export const endpoints = object(
  {
    enlistUrl: Type.String(),
    chatUrl: Type.String(),
    mediaUrl: Type.String(),
    jwksUrl: Type.String(),
    rootKey: Type.String({ description: "Hex, 32 bytes: signs the intermediate certificate of the chat server" }),
  },
  { description: "What a provider has to be told" },
);

const stanzaSchema = object(
  {
    tag: Type.String({ minLength: 1, maxLength: 200 }),
    attrs: record(Type.String({ maxLength: 4096 })),
    children: Type.Optional(list(stanza, { maxItems: 2000 })),
    text: Type.Optional(Type.String({ maxLength: 1_000_000 })),
    bytes: Type.Optional(Type.String({ maxLength: 1_400_000, description: "Base64" })),
  },
  { description: "A stanza as the journal keeps it: at most one of children, text and bytes" },
);

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
    seq: Type.Integer({ minimum: 1, description: "Number in the journal, without gaps" }),
    at: { type: "number", description: "Milliseconds since the journal began" },
    scenario: { type: "string" },
    by: { enum: ["provider", "harness"], description: "Who did it" },
    kind: { enum: Object.keys(kinds) },
  },
  required: ["seq", "at", "scenario", "by", "kind"],
};

const anyPredicate = named<Predicate>("Predicate");
const predicates = list(anyPredicate, { maxItems: 100 });

const operators = {
  $glob: Type.String({ maxLength: maximumGlobLength, description: "* any characters, ? one, \\ the next for itself" }),
  $min: { type: "number" },
  $max: { type: "number" },
  $present: { type: "boolean" },
  $any: predicates,
  $not: anyPredicate,
};

const predicateObject: JsonSchema = {
  type: "object",
  properties: operators,
  patternProperties: { "^[^$]": anyPredicate },
  additionalProperties: false,
};

export const components: Readonly<Record<string, JsonSchema>> = {
  Stanza: stanzaSchema,
  Entry: entrySchema,
  Predicate: {
    description:
      "A text, number, boolean or null wants exactly that; an object wants each of its members, and there may be more; " +
      "a list wants each of its elements somewhere in the list",
    anyOf: [{ type: ["string", "number", "boolean", "null"] }, predicates, predicateObject],
  },
  EntryPredicate: {
    ...predicateObject,
    // A kind that does not exist would be waited for in vain.
    properties: { ...operators, kind: { anyOf: [{ enum: Object.keys(kinds) }, predicateObject] } },
    patternProperties: { "^(?!kind$)[^$]": anyPredicate },
    description:
      "What an entry has to look like. tag, attrs, children, text and bytes at the top mean those of its stanza",
    examples: [{ kind: "stanza", direction: "in", tag: "iq", attrs: { xmlns: "w:p" } }],
  },
  Problem: {
    ...object({
      type: Type.String(),
      title: Type.String(),
      status: Type.Integer(),
      detail: Type.String(),
      code: Type.String({ description: "What programs should look at; explained in docs/errors" }),
      errors: Type.Optional(
        list(
          object({
            in: Type.String({ description: "path, query or body" }),
            field: Type.String({ description: "JSON Pointer" }),
            message: Type.String(),
          }),
        ),
      ),
    }),
    description: "RFC 9457; may have further members",
    additionalProperties: true,
  },
};
