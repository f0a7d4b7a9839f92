/** Who sends the stanza: the third-party client or the WhatsApp side. */
export type Direction = "from-client" | "from-server";

/**
 * How far an entry may be trusted: `published` by Meta, `open-clients` for the form that open clients of the ordinary
 * protocol speak, `inferred` where this project adapts that form to third-party chats.
 */
export type Grade = "published" | "open-clients" | "inferred";

/** Chooses between entries of one tag. */
export interface EntryCondition {
  /** Each attribute has one of these values; null is its absence. */
  readonly attrs?: Readonly<Record<string, readonly (string | null)[]>>;
  /** This attribute is there, with any value. */
  readonly present?: string;
  /** The address in this attribute is that of a group. */
  readonly group?: "to" | "from";
  /** This child is there, given as tags joined by "/"; null: there is no child at all. */
  readonly child?: string | null;
}

export interface CatalogueEntry {
  /** Unique within a direction, for example `iq-encrypt-count`. */
  readonly id: string;
  readonly tag: string;
  readonly direction: Direction;
  readonly grade: Grade;
  /** Where the form is known from. */
  readonly source: string;
  /** A stanza is validated against the first entry whose condition holds; no condition holds always. */
  readonly when?: EntryCondition;
  readonly schema: JsonSchema;
}

/**
 * A small vocabulary that writes JSON Schemas (2020-12) over the form of a node in validate.ts, so that an entry of the
 * catalogue reads like the stanza it describes. What an entry does not name is forbidden: the server rejects extra
 * attributes and children as well as missing ones (interop fact 49).
 */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface AttributeRule {
  readonly value: JsonSchema;
  readonly required: boolean;
}

export interface ChildRule {
  readonly element: JsonSchema;
  readonly min: number;
  readonly max: number;
}

export interface ElementShape {
  readonly attrs?: Readonly<Record<string, AttributeRule>>;
  readonly children?: Readonly<Record<string, ChildRule>>;
  /** Exactly one kind of the named children is there. */
  readonly choice?: boolean;
  /** Text or bytes; without it the element has neither. */
  readonly content?: JsonSchema;
  /** Further attributes and children are allowed: for server stanzas that grow between versions. */
  readonly open?: boolean;
}

export const required = (value: JsonSchema): AttributeRule => ({ value, required: true });
export const optional = (value: JsonSchema): AttributeRule => ({ value, required: false });

export const one = (child: JsonSchema): ChildRule => ({ element: child, min: 1, max: 1 });
export const maybe = (child: JsonSchema): ChildRule => ({ element: child, min: 0, max: 1 });
export const many = (child: JsonSchema, max: number, min = 1): ChildRule => ({ element: child, min, max });

/** Content of `min` to `max` bytes; `max` defaults to `min`, so one argument is an exact length. */
export function bytes(min: number, max = min): JsonSchema {
  const description = min === max ? `exactly ${min} bytes` : `${min} to ${max} bytes`;
  return { bytes: { type: "integer", minimum: min, maximum: max, description } };
}

/** Content that is exactly these bytes (at most 64), in lower-case hexadecimal. */
export function exactly(hex: string): JsonSchema {
  return { bytes: { type: "integer", const: hex.length / 2 }, head: { type: "string", const: hex } };
}

export function element(shape: ElementShape): JsonSchema {
  const { attrs = {}, children = {}, choice = false, content = {}, open = false } = shape;
  return {
    type: "object",
    properties: {
      attrs: attrsSchema(attrs, open),
      children: childrenSchema(children, choice, open),
      ...content,
    },
    required: ["attrs", "children", ...Object.keys(content)],
    additionalProperties: open,
  };
}

/** `whenPresent` is the schema of the element if it has a child `child`, `otherwise` if not. */
export function dependingOn(child: string, whenPresent: JsonSchema, otherwise: JsonSchema): JsonSchema {
  const hasChild = { type: "object", required: [child], properties: { [child]: true } };
  return {
    if: { type: "object", properties: { children: hasChild } },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: whenPresent,
    else: otherwise,
  };
}

function attrsSchema(attrs: Readonly<Record<string, AttributeRule>>, open: boolean): JsonSchema {
  const entries = Object.entries(attrs);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, rule]) => [name, rule.value])),
    required: entries.filter(([, rule]) => rule.required).map(([name]) => name),
    additionalProperties: open,
  };
}

function childrenSchema(children: Readonly<Record<string, ChildRule>>, choice: boolean, open: boolean): JsonSchema {
  const entries = Object.entries(children);
  return {
    type: "object",
    properties: Object.fromEntries(
      entries.map(([tag, { element: items, min, max }]) => [
        tag,
        { type: "array", items, minItems: Math.max(min, 1), maxItems: max },
      ]),
    ),
    required: choice ? [] : entries.filter(([, rule]) => rule.min > 0).map(([tag]) => tag),
    additionalProperties: open,
    ...(choice ? { minProperties: 1, maxProperties: 1 } : {}),
  };
}
