export type ParameterValue = number | string;

/** One parameter of a fault: which values it takes, and its default. */
export interface Parameter<Value extends ParameterValue> {
  /** For error messages and lists, for example `an integer from 1 to 16`. */
  readonly wanted: string;
  /** The same as a JSON Schema. */
  readonly schema: { readonly [keyword: string]: string | number | readonly string[] };
  /** Absent when the parameter is required. */
  readonly fallback?: Value;
  /** Undefined for a value that the parameter does not take. */
  read(given: unknown): Value | undefined;
}

export type ParameterSet<Values extends Record<string, ParameterValue>> = {
  readonly [Name in keyof Values]: Parameter<Values[Name]>;
};

/** What is wrong with the parameters that a fault was given. */
export interface BadParameter {
  readonly name: string;
  readonly found: string;
  readonly wanted: string;
}

export function integer(minimum: number, maximum: number, fallback?: number): Parameter<number> {
  const read = (given: unknown): number | undefined =>
    typeof given === "number" && Number.isInteger(given) && given >= minimum && given <= maximum ? given : undefined;
  const schema = { type: "integer", minimum, maximum };
  return withFallback({ wanted: `an integer from ${minimum} to ${maximum}`, schema, read }, fallback);
}

export function text(fallback?: string): Parameter<string> {
  const read = (given: unknown): string | undefined => (typeof given === "string" ? given : undefined);
  return withFallback({ wanted: "a text", schema: { type: "string" }, read }, fallback);
}

export function choice<const Option extends string>(
  options: readonly Option[],
  fallback?: NoInfer<Option>,
): Parameter<Option> {
  const read = (given: unknown): Option | undefined => options.find((option) => option === given);
  const schema = { type: "string", enum: options };
  return withFallback({ wanted: `one of ${options.join(", ")}`, schema, read }, fallback);
}

/** One of the keys of `table`, usually a table of forms. */
export function keyOf<Key extends string>(
  table: Readonly<Record<Key, unknown>>,
  fallback?: NoInfer<Key>,
): Parameter<Key> {
  return choice(Object.keys(table) as Key[], fallback);
}

/** A numeric code as stanzas carry it; `401` and `"401"` are the same. */
export function code(fallback?: string): Parameter<string> {
  const read = (given: unknown): string | undefined => {
    const written = typeof given === "number" ? String(given) : given;
    return typeof written === "string" && /^\d{3}$/.test(written) ? written : undefined;
  };
  const schema = { type: "string", pattern: "^[0-9]{3}$" };
  return withFallback({ wanted: "a code of three digits", schema, read }, fallback);
}

/** Every parameter with its given value or its default, or the first one that is wrong, missing or unknown. */
export function readParameters<Values extends Record<string, ParameterValue>>(
  parameters: ParameterSet<Values>,
  given: Readonly<Record<string, unknown>>,
): { readonly values: Values } | BadParameter {
  const names = Object.keys(parameters);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    return { name: unknown, found: "no such parameter", wanted: names.join(", ") || "none" };
  }
  const values: Record<string, ParameterValue> = {};
  for (const [name, { wanted, fallback, read }] of Object.entries<Parameter<ParameterValue>>(parameters)) {
    const value = given[name] === undefined ? fallback : read(given[name]);
    if (value === undefined) return { name, found: JSON.stringify(given[name]) ?? "nothing", wanted };
    values[name] = value;
  }
  // Each value comes from the reader of its own parameter.
  return { values: values as Values };
}

function withFallback<Value extends ParameterValue>(
  parameter: Omit<Parameter<Value>, "fallback">,
  fallback: Value | undefined,
): Parameter<Value> {
  return fallback === undefined ? parameter : { ...parameter, fallback };
}
