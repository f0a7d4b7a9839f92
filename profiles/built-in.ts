import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type ProfileLayer, type ResolvedProfile, resolveProfile } from "./resolve.js";
import type { OwnValue } from "./values.js";

/** Profiles that ship with the harness, by name. */
export const builtInProfiles = [
  "whatsapp",
  "whatsapp-consumer",
  "whatsapp-lid",
  "whatsapp-pqxdh",
  "whatsapp-other",
  "whatsapp-xml",
  "messenger",
] as const;

export type BuiltInProfile = (typeof builtInProfiles)[number];

export interface LoadedProfile extends ResolvedProfile {
  /** Absolute path, or the path as given when it was the user's. */
  readonly file: string;
  /** What the user's file gives, and the bundled profile below it; absent for a bundled profile. */
  readonly own?: { readonly base: BuiltInProfile; readonly values: readonly OwnValue[] };
}

/** A bundled profile. It is valid already, so neither the schema nor the parser that keeps lines is loaded. */
export function builtInProfile(name: BuiltInProfile): LoadedProfile {
  const layers = builtInLayers(name);
  const [complete] = layers;
  return { ...resolveProfile(layers, complete), file: besideThis(`${name}.json`) };
}

/** The layers of a bundled profile, the complete one first. */
export function builtInLayers(name: BuiltInProfile): readonly [ProfileLayer, ...ProfileLayer[]] {
  const layer = readLayer(name);
  return layer.root["extends"] === undefined ? [layer] : [readLayer("whatsapp"), layer];
}

function readLayer(name: BuiltInProfile): ProfileLayer {
  const file = besideThis(`${name}.json`);
  const root = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, unknown>>;
  return { file, root, lineOf: () => 1 };
}

export function isBuiltIn(name: string): name is BuiltInProfile {
  return builtInProfiles.some((known) => known === name);
}

/** The JSON files are next to the modules, in the sources and in the build. */
export function besideThis(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
