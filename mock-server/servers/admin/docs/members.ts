import { isRecord } from "../../../../core/is-record.js";
import type { JsonSchema } from "../../../schema/schema.js";

/** One member of a body or an answer, in words. */
export interface Member {
  /** With its parents: `endpoints.jwks`, `stanzas[].tag`. */
  readonly name: string;
  /** What it must be; several forms are joined by "or". */
  readonly what: string;
  readonly optional: boolean;
  readonly description: string | undefined;
}

interface Known {
  readonly $ref?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly description?: string;
}

/** More words than this are counted instead of listed. */
const mostWords = 12;

/** The members of `schema` and their own members; schemas that have a name are not opened. */
export function membersOf(schema: JsonSchema, around = ""): readonly Member[] {
  const { anyOf, items, properties = {}, required = [] } = schema as Known;
  if (anyOf !== undefined) return anyOf.flatMap((form) => membersOf(form, around));
  if (items !== undefined) return membersOf(items, `${around}[]`);
  return Object.entries(properties).flatMap(([name, member]) => {
    const whole = around === "" ? name : `${around}.${name}`;
    const { description } = member as Known;
    const own = { name: whole, what: inWords(member), optional: !required.includes(name), description };
    return [own, ...membersOf(member, whole)];
  });
}

/** What a value must be. */
export function inWords(schema: JsonSchema): string {
  const { $ref, anyOf, enum: words, items, type, properties, additionalProperties } = schema as Known;
  if ($ref !== undefined) return $ref.split("/").at(-1) ?? "";
  if (anyOf !== undefined) return [...new Set(anyOf.map(inWords))].join(" or ");
  if (words !== undefined) {
    return words.length > mostWords
      ? `one of ${words.length} words`
      : words.map((word) => JSON.stringify(word)).join(", ");
  }
  if (items !== undefined) return `list of ${inWords(items)}`;
  if (properties === undefined && isRecord(additionalProperties)) {
    return `object of ${inWords(additionalProperties)} by any names`;
  }
  if (type === undefined) return "any JSON";
  const named = typeof type === "string" ? (typeNames[type] ?? type) : type.join(" or ");
  return [named, ...limits(schema)].join(", ");
}

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  boolean: "true or false",
};

const limitWords: Readonly<Record<string, (value: unknown) => string>> = {
  minimum: (value) => `at least ${String(value)}`,
  maximum: (value) => `at most ${String(value)}`,
  maxLength: (value) => `at most ${String(value)} characters`,
  pattern: (value) => `like ${String(value)}`,
  default: (value) => `${JSON.stringify(value)} by default`,
};

function limits(schema: JsonSchema): readonly string[] {
  return Object.entries(limitWords).flatMap(([keyword, say]) => {
    const value = schema[keyword];
    return value === undefined ? [] : [say(value)];
  });
}
