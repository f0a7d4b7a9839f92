import { createHash } from "node:crypto";
import { isRecord } from "../core/is-record.js";
import { ProfileError, type ProfileProblem } from "./errors.js";
import type { Profile } from "./profile.js";

/** The plain content of one profile file, and the line of each part. */
export interface ProfileLayer {
  readonly file: string;
  readonly root: Readonly<Record<string, unknown>>;
  /** 1-based line of the key at `path`; of its nearest parent when the path is absent. */
  lineOf(path: readonly string[]): number;
}

/** `pinned` is what a user's own file says without giving a grade. */
export type ProfileGrade = "published" | "observed" | "inferred" | "pinned";

/** Where a value comes from and how far it may be trusted. */
export interface ValueGrade {
  readonly grade: ProfileGrade;
  readonly source: string;
}

export interface ResolvedProfile {
  readonly profile: Profile;
  /** JSON Pointer of the value in the profile, for example `/channel/keepAliveMs`. */
  readonly grades: ReadonlyMap<string, ValueGrade>;
  /** Hex. Over the values in force, so that it does not depend on layout or on the layers. */
  readonly sha256: string;
}

type Values = { [key: string]: unknown };

const identity = new Set(["name", "version", "product"]);
const instructions = new Set(["$schema", "extends"]);

/**
 * Lays `layers` over each other, the last on top, and takes the values out of their wrappers. The layers have been
 * validated; `complete` is the one that holds every field.
 *
 * @throws ProfileError `profile-missing-field` when no layer holds a field of `complete`, `profile-bad-value` when
 * values contradict each other.
 */
export function resolveProfile(layers: readonly ProfileLayer[], complete: ProfileLayer): ResolvedProfile {
  const values: Values = {};
  const grades = new Map<string, ValueGrade>();
  for (const layer of layers) overlay(layer.root, values, grades, "");
  const top = layers.at(-1) ?? complete;
  const [first, ...rest] = [...missing(complete.root, values, [], top), ...contradictions(values, top)];
  if (first !== undefined) throw new ProfileError(top.file, [first, ...rest]);
  // Validated field by field against profile.schema.json and complete by the check above.
  return { profile: values as unknown as Profile, grades, sha256: profileDigest(values) };
}

/** The same profile, following another version of Meta's document. */
export function withDocument<Resolved extends ResolvedProfile>(resolved: Resolved, version: string): Resolved {
  const profile = { ...resolved.profile, version };
  return { ...resolved, profile, sha256: profileDigest(profile) };
}

/** Hex. Of the values in force, whatever their order. */
export function profileDigest(values: object): string {
  return createHash("sha256").update(canonical(values)).digest("hex");
}

function overlay(from: Values, into: Values, grades: Map<string, ValueGrade>, pointer: string): void {
  for (const [key, value] of Object.entries(from)) {
    if (pointer === "" && instructions.has(key)) continue;
    const at = `${pointer}/${key}`;
    if (isRecord(value) && !("value" in value)) {
      const below = into[key];
      const group: Values = isRecord(below) ? below : {};
      into[key] = group;
      overlay(value, group, grades, at);
    } else {
      into[key] = isRecord(value) ? value["value"] : value;
      if (!identity.has(key) || pointer !== "") grades.set(at, gradeOf(value));
    }
  }
}

function gradeOf(value: unknown): ValueGrade {
  const wrapper = isRecord(value) ? value : {};
  const grade = wrapper["grade"];
  const source = wrapper["source"];
  return {
    grade: grade === "published" || grade === "observed" || grade === "inferred" ? grade : "pinned",
    source: typeof source === "string" ? source : "user file",
  };
}

function missing(wanted: Values, found: Values, path: readonly string[], top: ProfileLayer): ProfileProblem[] {
  return Object.entries(wanted).flatMap(([key, value]): ProfileProblem[] => {
    if (path.length === 0 && instructions.has(key)) return [];
    const below = found[key];
    const here = [...path, key];
    if (below === undefined) {
      const name = here.join(".");
      const message = `"${name}" is missing; add it, or "extends": "whatsapp" to take what is left out from there`;
      return [{ code: "profile-missing-field", path: name, line: top.lineOf(path), message }];
    }
    return isRecord(value) && !("value" in value) && isRecord(below) ? missing(value, below, here, top) : [];
  });
}

function contradictions(values: Values, top: ProfileLayer): ProfileProblem[] {
  // Validated field by field, and complete unless `missing` has found something.
  const { content, accounts, stanza } = values as Partial<Profile>;
  const problem = (path: string, is: unknown, wanted: string): ProfileProblem => {
    const message = `"${path}" is ${JSON.stringify(is)}, wanted is ${wanted}`;
    return { code: "profile-bad-value", path, line: top.lineOf(path.split(".")), message };
  };
  const found: ProfileProblem[] = [];
  if (content !== undefined && content.minimumPadding > content.maximumPadding) {
    const wanted = `at most content.maximumPadding, which is ${content.maximumPadding}`;
    found.push(problem("content.minimumPadding", content.minimumPadding, wanted));
  }
  if (accounts?.model === "multi-device" && stanza !== undefined && stanza.whatsappServer !== "s.whatsapp.net") {
    const wanted = '"s.whatsapp.net" with accounts.model "multi-device", where each user also has a LID';
    found.push(problem("stanza.whatsappServer", stanza.whatsappServer, wanted));
  }
  return found;
}

/** JSON with sorted keys and no white space. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}
