import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";

export type JsonSchema = { readonly [keyword: string]: unknown };

/** An object with exactly the members of `required`, and any of `optional`. */
export function closedObject(
  required: Readonly<Record<string, unknown>>,
  optional: Readonly<Record<string, unknown>> = {},
): JsonSchema {
  return {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

export interface SchemaProblem {
  /** Where in the value, for example `/result/capabilities/0`; empty for the value itself. */
  readonly path: string;
  readonly message: string;
}

/** Validates a value; an empty list means that it fits. Compiles the schema at first use. */
export type SchemaValidator = (value: unknown) => readonly SchemaProblem[];

export function schemaValidator(schema: JsonSchema): SchemaValidator {
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= compile(schema);
    return validate(value) ? [] : (validate.errors ?? []).map(problemOf);
  };
}

// One for all schemas: each instance compiles the meta-schema, which takes longer than any schema of ours.
let ajv: Ajv2020 | undefined;

function compile(schema: JsonSchema): ValidateFunction {
  ajv ??= new Ajv2020({
    allErrors: true,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
    validateSchema: false,
    addUsedSchema: false,
    // Most schemas validate a few messages; optimising their code takes longer than it saves.
    code: { optimize: false },
  });
  return ajv.compile(schema);
}

function problemOf(error: ErrorObject): SchemaProblem {
  return { path: error.instancePath, message: wording(error) };
}

function wording(error: ErrorObject): string {
  const { keyword, message = "does not fit" } = error;
  const named: unknown = error.params["additionalProperty"] ?? error.params["unevaluatedProperty"];
  if (typeof named === "string") return `has the unknown member "${named}"`;
  if (keyword === "enum") return `must be one of ${JSON.stringify(error.params["allowedValues"])}`;
  if (keyword === "const") return `must be ${JSON.stringify(error.params["allowedValue"])}`;
  return message;
}
