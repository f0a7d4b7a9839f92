import { isRecord } from "../core/is-record.js";
import type { ProfileLayer, ResolvedProfile, ValueGrade } from "./resolve.js";

/** One value of a profile. */
export interface ProfileValue extends ValueGrade {
  /** Dotted, for example `channel.keepAliveMs`. */
  readonly path: string;
  readonly value: unknown;
}

/** A value that a user's own file gives, whether it differs or not: who writes it vouches for it. */
export interface OwnValue extends ProfileValue {
  /** Of the bundled profile below. */
  readonly base: unknown;
  /** 1-based line of the file. */
  readonly line: number;
}

/** A value that differs between two profiles. */
interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** In the order of the file. */
export function valuesOf({ profile, grades }: ResolvedProfile): readonly ProfileValue[] {
  return [...grades].map(([pointer, { grade, source }]) => {
    const keys = pointer.slice(1).split("/");
    return { path: keys.join("."), value: valueAt(profile, keys), grade, source };
  });
}

/** The values that `layer` gives, which is the top one of `resolved`. */
export function ownValues(layer: ProfileLayer, resolved: ResolvedProfile, base: ResolvedProfile): readonly OwnValue[] {
  return valuesOf(resolved).flatMap(({ path, ...rest }) => {
    const keys = path.split(".");
    if (valueAt(layer.root, keys) === undefined) return [];
    return [{ path, ...rest, base: valueAt(base.profile, keys), line: layer.lineOf(keys) }];
  });
}

export function differs({ value, base }: Pick<OwnValue, "value" | "base">): boolean {
  return JSON.stringify(value) !== JSON.stringify(base);
}

export function changesBetween(before: ResolvedProfile, after: ResolvedProfile): readonly Change[] {
  return valuesOf(after).flatMap(({ path, value }) => {
    const old = valueAt(before.profile, path.split("."));
    return differs({ value, base: old }) ? [{ path, before: old, after: value }] : [];
  });
}

function valueAt(root: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), root);
}
