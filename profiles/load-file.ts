import { readFile } from "node:fs/promises";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { type Document, isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { reasonOf } from "../core/coded-error.js";
import { isRecord } from "../core/is-record.js";
import { suggestion } from "../core/nearest.js";
import {
  besideThis,
  builtInLayers,
  builtInProfile,
  builtInProfiles,
  isBuiltIn,
  type LoadedProfile,
} from "./built-in.js";
import { ProfileError, type ProfileErrorCode, type ProfileProblem } from "./errors.js";
import { type ProfileLayer, type ResolvedProfile, resolveProfile, withDocument } from "./resolve.js";
import { ownValues } from "./values.js";

/** A profile file of the user. @throws ProfileError */
export async function loadProfileFile(file: string): Promise<LoadedProfile> {
  return readProfile(await readText(file), file);
}

/** The text of a profile file; `file` is its name in messages. @throws ProfileError */
export async function readProfile(text: string, file: string): Promise<LoadedProfile> {
  const layer = parseProfileText(text, file);
  const schema = JSON.parse(await readFile(besideThis("profile.schema.json"), "utf8")) as object;
  const [first, ...rest] = problemsIn(layer, schema);
  if (first !== undefined) throw new ProfileError(file, [first, ...rest]);
  const { extends: parent, product } = layer.root;
  const base = parent ?? (product === "messenger" ? "messenger" : "whatsapp");
  if (typeof base !== "string" || !isBuiltIn(base)) throw new RangeError("The schema allows only bundled profiles");
  const below = builtInLayers(base);
  const resolved = resolveProfile(parent === undefined ? [layer] : [...below, layer], below[0]);
  const borrowed = borrowedName(layer, resolved);
  if (borrowed !== undefined) throw new ProfileError(file, [borrowed]);
  return { ...resolved, file, own: { base, values: ownValues(layer, resolved, builtInProfile(base)) } };
}

/** A report names its profile, so a bundled name must mean the bundled values, whatever version of the document they follow. */
function borrowedName(layer: ProfileLayer, { profile, sha256 }: ResolvedProfile): ProfileProblem | undefined {
  const { name, version } = profile;
  if (!isBuiltIn(name) || withDocument(builtInProfile(name), version).sha256 === sha256) return undefined;
  const message = `"name" is "${name}", which is a bundled profile with other values; write a name of your own, for example "name": "${name}-ours"`;
  return { code: "profile-bad-value", path: "name", line: layer.lineOf(["name"]), message };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const absent = typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ENOENT";
    const code: ProfileErrorCode = absent ? "profile-not-found" : "profile-unreadable";
    const known = `built-in profiles are: ${builtInProfiles.join(", ")}${suggestion(file, builtInProfiles)}`;
    const message = absent ? `there is neither a file nor a built-in profile of this name; ${known}` : reasonOf(cause);
    throw new ProfileError(file, [{ code, path: "", line: 0, message }], { cause });
  }
}

/** Far above any real profile. */
const maximumProfileBytes = 1_000_000;

/**
 * Reads JSON (or YAML, of which it is a part: comments and unquoted keys do no harm), keeping the lines.
 *
 * @throws ProfileError `profile-too-large`, `profile-malformed`.
 */
function parseProfileText(text: string, file: string): ProfileLayer {
  if (text.length > maximumProfileBytes) {
    const message = `the file has ${text.length} characters, at most ${maximumProfileBytes} are read`;
    throw new ProfileError(file, [{ code: "profile-too-large", path: "", line: 0, message }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "json", prettyErrors: false });
  const [first, ...rest] = document.errors.map(
    (error): ProfileProblem => malformed(lines.linePos(error.pos[0]).line, error.message),
  );
  if (first !== undefined) throw new ProfileError(file, [first, ...rest]);
  const root: unknown = asValue(document, file);
  if (!isRecord(root)) throw new ProfileError(file, [malformed(1, "an object with the fields of a profile is wanted")]);
  return {
    file,
    root,
    lineOf(path) {
      const at = offsetOf(document, path);
      return at === undefined ? 1 : lines.linePos(at).line;
    },
  };
}

/** Aliases may multiply a small text into a large value, which the parser refuses here. */
function asValue(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (cause) {
    throw new ProfileError(file, [malformed(1, "the file repeats itself by aliases too often")], { cause });
  }
}

function malformed(line: number, message: string): ProfileProblem {
  return { code: "profile-malformed", path: "", line, message };
}

/** The key is what the reader looks for, so its position counts, not that of its value. */
function offsetOf(document: Document.Parsed, path: readonly string[]): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const key of path) {
    if (!isMap(node)) break;
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (pair === undefined) break;
    if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
    node = pair.value;
  }
  return offset;
}

/**
 * Validates the parts that a file holds; `resolveProfile` finds what it leaves out.
 *
 * @param schema The content of profile.schema.json.
 */
function problemsIn(parsed: ProfileLayer, schema: object): readonly ProfileProblem[] {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strictTypes: false, strictRequired: false });
  const validate = ajv.compile(schema);
  if (validate(parsed.root)) return [];
  // "if" only says that one of its branches failed, and the branch has said so itself.
  return (validate.errors ?? []).filter((error) => error.keyword !== "if").map((error) => problemOf(error, parsed));
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
