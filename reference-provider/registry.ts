import { readdirSync } from "node:fs";
import type { Variation } from "./behaviour/variation.js";
import { nullKinds } from "./null/null-driver.js";

/** Each is a file of its own, and its id is the file's name: there is nothing to register. */
const folders = { mutant: "mutants", lawful: "lawful" } as const satisfies Record<Variation["kind"], string>;

export const mutantIds: readonly string[] = idsIn(folders.mutant);
export const lawfulIds: readonly string[] = idsIn(folders.lawful);

/**
 * Loads nothing but the one.
 *
 * @throws Error for an id that does not exist.
 */
export async function loadVariation(kind: Variation["kind"], id: string): Promise<Variation> {
  const known = kind === "mutant" ? mutantIds : lawfulIds;
  if (!known.includes(id)) throw new Error(`--${kind} ${id}: there is none of this name; --list shows all`);
  // A test loads every file and compares what it finds with this type.
  const { default: variation } = (await import(`./${folders[kind]}/${id}.js`)) as { readonly default: Variation };
  return variation;
}

/** All variations, one a line, with what they do. */
export async function listing(): Promise<string> {
  const lines: string[] = [];
  for (const [kind, ids] of [["mutant", mutantIds] as const, ["lawful", lawfulIds] as const]) {
    for (const id of ids) {
      const { sentence } = await loadVariation(kind, id);
      lines.push(`--${kind} ${id}: ${sentence}`);
    }
  }
  return [...lines, ...nullKinds.map((kind) => `--null ${kind}`), ""].join("\n");
}

/** In alphabetical order; as modules end in the sources and in what is built from them. */
function idsIn(folder: string): readonly string[] {
  return readdirSync(new URL(`./${folder}/`, import.meta.url))
    .flatMap((name) => /^([a-z0-9-]+)\.[jt]s$/.exec(name)?.[1] ?? [])
    .sort();
}
