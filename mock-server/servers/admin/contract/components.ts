import { Type } from "@sinclair/typebox";
import { entryKinds } from "../../../../core/entry-kinds.js";
import type { TraceEntry, TraceNode } from "../../../../harness/model/trace.js";
import { type EntryPredicate, maximumGlobLength, type Predicate } from "../../../predicate/predicate.js";
import { type JsonSchema, list, named, object, oneOf, record } from "../../../schema/schema.js";

/** Schemas that several operations share. */

export const address = Type.String({ minLength: 1, maxLength: 200 });

/** A provider may choose any user-visible ids. */
export const anyId = Type.String({ minLength: 1, maxLength: 500 });

export const hexKey = (bytes: number) =>
  Type.String({ pattern: `^[0-9a-f]{${2 * bytes}}$`, description: `${bytes} bytes in lower-case hex` });

/** With the signed pre-key: public keys of a client. */
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

/** Of a listing. */
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
  { description: "What a provider needs to know" },
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

const entrySchema = Type.Object(
  {
    seq: Type.Integer({ minimum: 1, description: "Number in the journal, without gaps" }),
    at: Type.Number({ description: "Milliseconds since the journal began" }),
    scenario: Type.String(),
    by: oneOf(["provider", "harness"], { description: "Who caused it" }),
    kind: oneOf(entryKinds),
  },
  { description: "One thing that crossed a boundary. Its further members depend on its kind: see docs/mock-server.md" },
);

const anyPredicate = named<Predicate>("Predicate");
const predicates = list(anyPredicate, { maxItems: 100 });

const operators = {
  $glob: Type.String({
    maxLength: maximumGlobLength,
    description: "* matches any characters, ? one character; \\ escapes the next one",
  }),
  $min: Type.Number(),
  $max: Type.Number(),
  $present: Type.Boolean(),
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
      "A text, number, boolean or null matches the same value. An object matches when each of its members does; further " +
      "members are allowed. A list matches when each of its elements matches some element, in any order.",
    anyOf: [{ type: ["string", "number", "boolean", "null"] }, predicates, predicateObject],
  },
  EntryPredicate: {
    ...predicateObject,
    // A wait for an unknown kind would never end.
    properties: { ...operators, kind: { anyOf: [oneOf(entryKinds), predicateObject] } },
    patternProperties: { "^(?!kind$)[^$]": anyPredicate },
    description:
      "What an entry must look like. tag, attrs, children, text and bytes at the top are those of its stanza",
    examples: [{ kind: "stanza", direction: "in", tag: "iq", attrs: { xmlns: "w:p" } }],
  },
  Problem: {
    ...object({
      type: Type.String(),
      title: Type.String(),
      status: Type.Integer(),
      detail: Type.String(),
      code: Type.String({ description: "For programs; explained in docs/errors" }),
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
