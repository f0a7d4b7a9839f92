import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import type { JsonSchema } from "./shape.js";

export interface SchemaProblem {
  /** JSON Pointer into the value; empty for the value itself. */
  readonly field: string;
  readonly message: string;
}

/** Judges a value; an empty list means that it fits. */
export type Judge = (value: unknown) => readonly SchemaProblem[];

export interface JudgeOptions {
  /** What `$ref`s refer to: `#/components/schemas/<name>`. */
  readonly components: Readonly<Record<string, JsonSchema>>;
  /** Takes texts for the numbers and booleans that they spell, in place: for parameters of a URL. */
  readonly coerce?: boolean;
}

/** Problems beyond these are left out. */
const maximumProblems = 20;

/** Compiles at the first use. */
export function judgeOf(schema: JsonSchema, { components, coerce = false }: JudgeOptions): Judge {
  let validate: ReturnType<Ajv2020["compile"]> | undefined;
  return (value) => {
    validate ??= compiler(coerce).compile({ ...schema, components: { schemas: components } });
    return validate(value) ? [] : (validate.errors ?? []).slice(0, maximumProblems).map(problemOf);
  };
}

function compiler(coerce: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strictRequired: false,
    allowUnionTypes: true,
    useDefaults: coerce,
    coerceTypes: coerce,
  });
  return ajv.addVocabulary(["components"]);
}

function problemOf({ keyword, instancePath, params, message = "does not fit" }: ErrorObject): SchemaProblem {
  const named: unknown = params["missingProperty"] ?? params["additionalProperty"];
  const field = typeof named === "string" ? `${instancePath}/${named}` : instancePath;
  switch (keyword) {
    case "required":
      return { field, message: "is missing" };
    case "additionalProperties":
      return { field, message: "is not known here" };
    case "enum":
      return { field, message: `must be one of ${JSON.stringify(params["allowedValues"])}` };
    case "const":
      return { field, message: `must be ${JSON.stringify(params["allowedValue"])}` };
    default:
      return { field, message };
  }
}
