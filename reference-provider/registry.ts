import { readdirSync } from "node:fs";
import type { ProviderVariant, Variants } from "./behaviour/variant.js";
import { nullKinds } from "./null/null-driver.js";

type Kind = ProviderVariant["kind"];

/** All variants of all files in `mutants/` and `lawful/`: a new one needs no entry elsewhere. */
const variants: Readonly<Record<Kind, Variants>> = {
  mutant: await variantsIn("mutants"),
  lawful: await variantsIn("lawful"),
};

/** In alphabetical order, like `lawfulIds`. */
export const mutantIds: readonly string[] = [...variants.mutant.keys()].sort();
export const lawfulIds: readonly string[] = [...variants.lawful.keys()].sort();

/**
 * A new copy of a variant, which shares no memory with others.
 *
 * @throws Error for an unknown id.
 */
export function loadVariant(kind: Kind, id: string): ProviderVariant {
  const variant = variants[kind].get(id)?.();
  if (variant !== undefined) return variant;
  throw new Error(`--${kind} ${id}: unknown id; --list shows all`);
}

/** All variants, one a line, with what they do. */
export function listing(): string {
  const lines = [
    ...mutantIds.map((id) => loadVariant("mutant", id)),
    ...lawfulIds.map((id) => loadVariant("lawful", id)),
  ].map(({ kind, id, sentence }) => `--${kind} ${id}: ${sentence}`);
  return [...lines, ...nullKinds.map((kind) => `--null ${kind}`), ""].join("\n");
}

async function variantsIn(folder: string): Promise<Variants> {
  const found = new Map<string, () => ProviderVariant>();
  for (const name of readdirSync(new URL(`./${folder}/`, import.meta.url))) {
    // As modules end in the sources and in the build.
    if (!/^[a-z-]+\.[jt]s$/.test(name)) continue;
    // One after the other: Jest cannot link modules that are imported at the same time. A test compares what a file
    // exports with this type.
    const file = (await import(`./${folder}/${name}`)) as { readonly default: Variants };
    for (const [id, variant] of file.default) {
      if (found.has(id)) throw new Error(`Load ${folder}/${name}: found the id "${id}" a second time`);
      found.set(id, variant);
    }
  }
  return found;
}
