import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import type { ProfileProblem } from "./errors.js";
import { suggestion } from "../core/nearest.js";
import type { ProfileLayer } from "./layer.js";

/** Judges the parts that a file holds; what it leaves out is for `resolveProfile` to find. */
export type ProfileValidator = (parsed: ProfileLayer) => readonly ProfileProblem[];

/** @param schema The content of profile.schema.json. */
export function profileValidator(schema: object): ProfileValidator {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strictTypes: false, strictRequired: false });
  const validate = ajv.compile(schema);
  return (parsed) => {
    if (validate(parsed.root)) return [];
    // "if" only says that one of its branches failed, and the branch has said so itself.
    return (validate.errors ?? []).filter((error) => error.keyword !== "if").map((error) => problemOf(error, parsed));
  };
}

function problemOf(error: ErrorObject, parsed: ProfileLayer): ProfileProblem {
  const keys = error.instancePath.split("/").slice(1).map(unescape);
  const extra: unknown = error.params["additionalProperty"];
  if (typeof extra === "string") {
    const known = Object.keys((error.parentSchema?.["properties"] ?? {}) as Record<string, unknown>);
    const path = dotted([...keys, extra]);
    const message = `unknown field "${path}"${suggestion(extra, known)}`;
    return { code: "profile-unknown-field", path, line: parsed.lineOf([...keys, extra]), message };
  }
  const missing: unknown = error.params["missingProperty"];
  if (typeof missing === "string") {
    const path = dotted([...keys, missing]);
    return { code: "profile-missing-field", path, line: parsed.lineOf(keys), message: `"${path}" is missing` };
  }
  const path = dotted(keys.at(-1) === "value" ? keys.slice(0, -1) : keys);
  const message = `"${path}" is ${shown(error.data)}, wanted is ${wanted(error)}`;
  return { code: "profile-bad-value", path, line: parsed.lineOf(keys), message };
}

function wanted({ keyword, params, schema }: ErrorObject): string {
  switch (keyword) {
    case "type":
      return `a value of type ${[schema].flat().join(" or ")}`;
    case "enum":
      return `one of: ${(schema as readonly unknown[]).map(shown).join(", ")}`;
    case "minimum":
      return `at least ${String(params["limit"])}`;
    case "maximum":
      return `at most ${String(params["limit"])}`;
    case "pattern":
      return `text of the form ${String(schema)}`;
    case "uniqueItems":
      return "a list without repetition";
    default:
      return `what rule "${keyword}" of the schema allows`;
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "absent";
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}

function dotted(keys: readonly string[]): string {
  return keys.join(".");
}

/** JSON Pointer, RFC 6901. */
function unescape(key: string): string {
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}
