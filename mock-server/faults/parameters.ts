import type { Json } from "../../harness/model/trace.js";
import type { JsonSchema } from "../schema/schema.js";
import { MockServerError } from "../errors.js";

/** One parameter of a fault: how it is read, and what it is when nobody says. */
export interface Parameter<Value extends Json> {
  /** For error messages and listings, for example `an integer from 1 to 16`. */
  readonly wanted: string;
  /** The same for programs. */
  readonly schema: JsonSchema;
  /** Absent when the parameter must be given. */
  readonly fallback?: Value;
  /** Undefined when `given` is not what is wanted. */
  read(given: Json): Value | undefined;
}

export type ParameterSet<Values extends Record<string, Json>> = {
  readonly [Name in keyof Values]: Parameter<Values[Name]>;
};

export function integer(minimum: number, maximum: number, fallback?: number): Parameter<number> {
  const read = (given: Json): number | undefined =>
    typeof given === "number" && Number.isInteger(given) && given >= minimum && given <= maximum ? given : undefined;
  const schema = { type: "integer", minimum, maximum };
  return withFallback({ wanted: `an integer from ${minimum} to ${maximum}`, schema, read }, fallback);
}

export function text(fallback?: string): Parameter<string> {
  const read = (given: Json): string | undefined => (typeof given === "string" ? given : undefined);
  return withFallback({ wanted: "a text", schema: { type: "string" }, read }, fallback);
}

export function choice<const Option extends string>(
  options: readonly Option[],
  fallback?: NoInfer<Option>,
): Parameter<Option> {
  const read = (given: Json): Option | undefined => options.find((option) => option === given);
  const schema = { type: "string", enum: options };
  return withFallback({ wanted: `one of ${options.join(", ")}`, schema, read }, fallback);
}

/** A numeric code as stanzas carry it; `401` and `"401"` are the same. */
export function code(fallback?: string): Parameter<string> {
  const read = (given: Json): string | undefined => {
    const written = typeof given === "number" ? String(given) : given;
    return typeof written === "string" && /^\d{3}$/.test(written) ? written : undefined;
  };
  const schema = { type: "string", pattern: "^[0-9]{3}$" };
  return withFallback({ wanted: "a code of three digits", schema, read }, fallback);
}

/** @throws MockServerError `bad-fault-parameter` for a wrong, missing or unknown parameter. */
export function readParameters<Values extends Record<string, Json>>(
  fault: string,
  wanted: ParameterSet<Values>,
  given: Readonly<Record<string, Json>>,
): Values {
  const names = Object.keys(wanted);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) throw refusal(fault, unknown, "no such parameter", names.join(", ") || "none");
  const read = names.map((name) => [name, readOne(fault, name, wanted[name], given[name])]);
  // Object.fromEntries forgets which name carries which type; `wanted` has one reader for each.
  return Object.fromEntries(read) as Values;
}

function readOne<Value extends Json>(
  fault: string,
  name: string,
  parameter: Parameter<Value> | undefined,
  given: Json | undefined,
): Value | undefined {
  const value = given === undefined ? parameter?.fallback : parameter?.read(given);
  if (value !== undefined) return value;
  throw refusal(fault, name, JSON.stringify(given) ?? "nothing", parameter?.wanted ?? "none");
}

function refusal(fault: string, name: string, found: string, wanted: string): MockServerError {
  return new MockServerError(
    "bad-fault-parameter",
    `Arm ${fault}, parameter ${name}: found ${found}, wanted ${wanted}`,
  );
}

function withFallback<Value extends Json>(
  parameter: Omit<Parameter<Value>, "fallback">,
  fallback: Value | undefined,
): Parameter<Value> {
  return fallback === undefined ? parameter : { ...parameter, fallback };
}
