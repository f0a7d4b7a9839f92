import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { suggestion } from "../../core/nearest.js";
import type { JsonSchema } from "./schema.js";

export interface SchemaProblem {
  /** JSON Pointer into the value; empty for the value itself. */
  readonly field: string;
  readonly message: string;
}

/** Compiles a schema that is part of another. */
export type Compile = (schema: JsonSchema) => ValidateFunction;

/** More allowed words than this are counted instead of listed. */
const mostListed = 20;

/**
 * What is wrong, for people. When a value may take several forms, Ajv reports how it misses each of them; these problems
 * are about the form that was probably meant.
 */
export function problemsOf(errors: readonly ErrorObject[], compile: Compile): readonly SchemaProblem[] {
  return missBy(errors, compile).problems;
}

/** How a value misses a form. */
interface Miss {
  /** Roughly the number of problems; much more when the value has another type or names another form. */
  readonly distance: number;
  readonly problems: readonly SchemaProblem[];
}

const callsItselfOther = 1000;
const isOther = 10 * callsItselfOther;

/** Further problems are left out. */
const mostProblems = 20;

function missBy(errors: readonly ErrorObject[], compile: Compile): Miss {
  const { plain, unions } = sorted(errors);
  const misses = unions.slice(0, mostProblems).map((union) => nearestForm(union, compile));
  return {
    distance: sum(plain.map(weightOf)) + sum(misses.map(({ distance }) => distance)),
    problems: [...plain.map(problemOf), ...misses.flatMap(({ problems }) => problems)].slice(0, mostProblems),
  };
}

/** Ajv reports a union directly after the problems within it, so the list is read from its end. */
function sorted(errors: readonly ErrorObject[]) {
  const plain: ErrorObject[] = [];
  const unions: ErrorObject[] = [];
  for (const error of errors.toReversed()) {
    const union = unions.at(-1);
    if (union !== undefined && isWithin(error, union)) continue;
    (error.keyword === "anyOf" ? unions : plain).push(error);
  }
  return { plain: plain.reverse(), unions: unions.reverse() };
}

function isWithin({ instancePath }: ErrorObject, { instancePath: outer }: ErrorObject): boolean {
  return instancePath === outer || instancePath.startsWith(`${outer}/`);
}

function weightOf({ keyword, instancePath }: ErrorObject): number {
  const isWord = keyword === "enum" || keyword === "const";
  if (instancePath === "") return isWord || keyword === "type" ? isOther : 1;
  return isWord ? callsItselfOther : 1;
}

function nearestForm({ instancePath, parentSchema, data }: ErrorObject, compile: Compile): Miss {
  const { anyOf = [] } = (parentSchema ?? {}) as { readonly anyOf?: readonly JsonSchema[] };
  const misses = anyOf.map((schema) => {
    const validate = compile(schema);
    validate(data);
    return missBy(validate.errors ?? [], compile);
  });
  const [nearest] = misses.toSorted((one, other) => one.distance - other.distance);
  const meant = nearest === undefined || nearest.distance >= isOther ? noneOf(misses) : nearest;
  return {
    distance: instancePath === "" ? meant.distance : 1,
    problems: meant.problems.map(({ field, message }) => ({ field: `${instancePath}${field}`, message })),
  };
}

function noneOf(misses: readonly Miss[]): Miss {
  const messages = new Set(misses.flatMap(({ problems }) => problems.slice(0, 1)).map(({ message }) => message));
  return { distance: isOther, problems: [{ field: "", message: [...messages].join(", or ") }] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function problemOf({ keyword, instancePath, params, data, message = "does not fit" }: ErrorObject): SchemaProblem {
  const named: unknown = params["missingProperty"] ?? params["additionalProperty"];
  const field = typeof named === "string" ? `${instancePath}/${named}` : instancePath;
  switch (keyword) {
    case "required":
      return { field, message: "is missing" };
    case "additionalProperties":
      return { field, message: "is not known here" };
    case "enum":
      return { field, message: mustBeOneOf(params["allowedValues"] as readonly unknown[], data) };
    case "const":
      return { field, message: `must be ${JSON.stringify(params["allowedValue"])}` };
    case "type":
      return { field, message: `must be ${String(params["type"]).replaceAll(",", " or ")}` };
    default:
      return { field, message };
  }
}

function mustBeOneOf(allowed: readonly unknown[], found: unknown): string {
  if (allowed.length <= mostListed) return `must be one of ${JSON.stringify(allowed)}`;
  const guess = typeof found === "string" ? suggestion(found, allowed.map(String)) : "";
  return `must be one of ${allowed.length} words${guess}`;
}
