import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { type Compile, problemsOf, type SchemaProblem } from "./problems.js";
import type { JsonSchema } from "./schema.js";

/** The problems of a value; an empty list means that it fits. */
export type Validate = (value: unknown) => readonly SchemaProblem[];

export interface ValidateOptions {
  /** What `$ref`s refer to: `#/components/schemas/<name>`. */
  readonly components: Readonly<Record<string, JsonSchema>>;
  /** Replaces texts in place by the numbers and booleans that they spell: for parameters of a URL. */
  readonly coerce?: boolean;
}

/**
 * Of a larger value only the first problem is reported: the time that Ajv takes for all of them grows with the square of
 * their number.
 */
const largestExamined = 1000;

/** Compiles the schema at the first use. */
export function validatorOf(schema: JsonSchema, options: ValidateOptions): Validate {
  const first = compilerOf(options, { allErrors: false });
  const all = compilerOf(options, { allErrors: true });
  return (value) => {
    const validate = first(schema);
    if (validate(value)) return [];
    if (isLarger(value, largestExamined)) return problemsOf(validate.errors ?? [], first);
    const examine = all(schema);
    examine(value);
    return problemsOf(examine.errors ?? [], all);
  };
}

function compilerOf({ components, coerce = false }: ValidateOptions, { allErrors }: { allErrors: boolean }): Compile {
  const compiled = new WeakMap<JsonSchema, ValidateFunction>();
  let ajv: Ajv2020 | undefined;
  return (schema) => {
    const known = compiled.get(schema);
    if (known !== undefined) return known;
    ajv ??= new Ajv2020({
      allErrors,
      verbose: true,
      strictRequired: false,
      allowUnionTypes: true,
      useDefaults: coerce,
      coerceTypes: coerce,
    }).addVocabulary(["components"]);
    const validate = ajv.compile({ ...schema, components: { schemas: components } });
    compiled.set(schema, validate);
    return validate;
  };
}

/** Whether the value contains more than `limit` values. */
function isLarger(value: unknown, limit: number): boolean {
  const found = [value];
  for (let next = 0; next < found.length; next++) {
    if (found.length > limit) return true;
    const each = found[next];
    if (typeof each === "object" && each !== null) for (const member of Object.values(each)) found.push(member);
  }
  return found.length > limit;
}
