import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ProfileLayer } from "./layer.js";
import { type ResolvedProfile, resolveProfile } from "./resolve.js";

/** Profiles that ship with the harness, by name. */
export const builtInProfiles = ["whatsapp", "whatsapp-pqxdh"] as const;

export type BuiltInProfile = (typeof builtInProfiles)[number];

export interface LoadedProfile extends ResolvedProfile {
  /** Absolute path, or the path as given when it was the user's. */
  readonly file: string;
}

/** A profile of ours. It is not judged again, and so costs neither the schema nor the parser that keeps lines. */
export function builtInProfile(name: BuiltInProfile): LoadedProfile {
  const layer = builtInLayer(name);
  const base = layer.root["extends"];
  // Profiles of ours name only profiles of ours, which a test sees to.
  const complete = typeof base === "string" && isBuiltIn(base) ? builtInLayer(base) : layer;
  return { ...resolveProfile(complete === layer ? [layer] : [complete, layer], complete), file: layer.file };
}

export function builtInLayer(name: BuiltInProfile): ProfileLayer {
  const file = besideThis(`${name}.json`);
  const root = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, unknown>>;
  return { file, root, lineOf: () => 1 };
}

export function isBuiltIn(name: string): name is BuiltInProfile {
  return builtInProfiles.some((known) => known === name);
}

/** The JSON files stand beside the modules, in the sources as in the build. */
export function besideThis(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
