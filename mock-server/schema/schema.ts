import {
  type ArrayOptions,
  type ObjectOptions,
  type SchemaOptions,
  type Static,
  type TObject,
  type TProperties,
  type TSchema,
  type TUnsafe,
  Type,
} from "@sinclair/typebox";
import type { Json } from "../../harness/model/trace.js";

export type { Static } from "@sinclair/typebox";

/** What TypeBox alone does not offer, or does in another form of JSON Schema. */

/** A JSON Schema (2020-12), also one that TypeBox did not make. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A schema whose values have this type. */
export type Schema<Value> = TSchema & { readonly static: Value };

/** An object without further members. */
export function object<Members extends TProperties>(members: Members, options: ObjectOptions = {}): TObject<Members> {
  return Type.Object(members, { additionalProperties: false, ...options });
}

/** TypeBox's own array has a type that no `readonly` array fits. */
export function list<Item extends TSchema>(items: Item, options: ArrayOptions = {}): TUnsafe<readonly Static<Item>[]> {
  return Type.Unsafe<readonly Static<Item>[]>(Type.Array(items, options));
}

/** One `enum`, where TypeBox would make a union of constants: problems and documents then list the words. */
export function oneOf<const Word extends string>(words: readonly Word[], options: SchemaOptions = {}): TUnsafe<Word> {
  return Type.Unsafe<Word>({ type: "string", enum: words, ...options });
}

/** Any names; TypeBox would describe them by a pattern, which leaves out names with a line feed. */
export function record<Value extends TSchema>(
  values: Value,
  options: SchemaOptions = {},
): TUnsafe<Readonly<Record<string, Static<Value>>>> {
  return Type.Unsafe({ type: "object", additionalProperties: values, ...options });
}

export function json(options: SchemaOptions = {}): TUnsafe<Json> {
  return Type.Unsafe<Json>(options);
}

/** A schema among the `components` of the document; the only way for a schema to contain itself. */
export function named<Value>(name: string): TUnsafe<Value> {
  return Type.Unsafe<Value>({ $ref: `#/components/schemas/${name}` });
}
