import type { Json } from "../../harness/model/trace.js";

export type JsonSchema = { readonly [keyword: string]: unknown };

declare const value: unique symbol;

/**
 * A JSON Schema (2020-12) that knows, for the compiler, the type of the values it describes: one source for the
 * validation of requests, for the OpenAPI document and for the types of the client.
 */
export interface Shape<Value> {
  readonly schema: JsonSchema;
  /** Never there at run time. */
  readonly [value]?: Value;
}

export type TypeOf<S> = S extends Shape<infer Value> ? Value : never;

/** A member that may be left out. */
export interface OptionalMember<Value> {
  readonly optional: Shape<Value>;
}

export type Members = Readonly<Record<string, Shape<unknown> | OptionalMember<unknown>>>;

type OptionalNames<M extends Members> = {
  [Name in keyof M]: M[Name] extends OptionalMember<unknown> ? Name : never;
}[keyof M];

type Flat<Value> = { readonly [Name in keyof Value]: Value[Name] };

export type ObjectOf<M extends Members> = Flat<
  { [Name in Exclude<keyof M, OptionalNames<M>>]: TypeOf<M[Name]> } & {
    [Name in OptionalNames<M>]?: M[Name] extends OptionalMember<infer Value> ? Value : never;
  }
>;

export interface Notes {
  readonly description?: string;
}

export function optional<Value>(shape: Shape<Value>): OptionalMember<Value> {
  return { optional: shape };
}

export interface TextRules extends Notes {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly examples?: readonly string[];
}

export function text(rules: TextRules = {}): Shape<string> {
  return { schema: { type: "string", ...rules } };
}

export interface NumberRules extends Notes {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: number;
}

export function integer(rules: NumberRules = {}): Shape<number> {
  return { schema: { type: "integer", ...rules } };
}

export function number(rules: NumberRules = {}): Shape<number> {
  return { schema: { type: "number", ...rules } };
}

export function flag(rules: Notes & { readonly default?: boolean } = {}): Shape<boolean> {
  return { schema: { type: "boolean", ...rules } };
}

export function oneOf<const Word extends string>(words: readonly Word[], notes: Notes = {}): Shape<Word> {
  return { schema: { type: "string", enum: words, ...notes } };
}

export function nullable<Value>(shape: Shape<Value>): Shape<Value | null> {
  return { schema: { anyOf: [shape.schema, { type: "null" }] } };
}

export function either<One, Other>(one: Shape<One>, other: Shape<Other>, notes: Notes = {}): Shape<One | Other> {
  return { schema: { anyOf: [one.schema, other.schema], ...notes } };
}

export function list<Value>(
  items: Shape<Value>,
  rules: Notes & { readonly minItems?: number; readonly maxItems?: number } = {},
): Shape<readonly Value[]> {
  return { schema: { type: "array", items: items.schema, ...rules } };
}

/** Unknown members are refused in requests, and absent from answers. */
export function object<const M extends Members>(members: M, notes: Notes = {}): Shape<ObjectOf<M>> {
  const entries = Object.entries(members).map(([name, member]) => ({
    name,
    required: !("optional" in member),
    schema: ("optional" in member ? member.optional : member).schema,
  }));
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries(entries.map(({ name, schema }) => [name, schema])),
      required: entries.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
      ...notes,
    },
  };
}

export function record<Value>(values: Shape<Value>, notes: Notes = {}): Shape<Readonly<Record<string, Value>>> {
  return { schema: { type: "object", additionalProperties: values.schema, ...notes } };
}

export function anyJson(notes: Notes = {}): Shape<Json> {
  return { schema: { ...notes } };
}

/** A shape that stands among the `components` of the document; the only way for one to hold itself. */
export function named<Value>(name: string): Shape<Value> {
  return { schema: { $ref: `#/components/schemas/${name}` } };
}
