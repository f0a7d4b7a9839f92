import type { Variation } from "./behaviour/variation.js";
import { lawfulVariants } from "./lawful/index.js";
import { mutants } from "./mutants/index.js";
import { nullKinds } from "./null/null-driver.js";

type Loader = () => Promise<{ readonly default: Variation }>;

/** Each is loaded only when it is asked for. */
const loaders: Readonly<Record<Variation["kind"], Readonly<Record<string, Loader>>>> = {
  mutant: mutants,
  lawful: lawfulVariants,
};

export const mutantIds: readonly string[] = Object.keys(mutants);
export const lawfulIds: readonly string[] = Object.keys(lawfulVariants);

/** @throws Error for an id that does not exist. */
export async function loadVariation(kind: Variation["kind"], id: string): Promise<Variation> {
  const load = Object.hasOwn(loaders[kind], id) ? loaders[kind][id] : undefined;
  if (load === undefined) throw new Error(`--${kind} ${id}: there is none of this name; --list shows all`);
  return (await load()).default;
}

/** All variations, one a line, with what they do. */
export async function listing(): Promise<string> {
  const lines: string[] = [];
  for (const kind of ["mutant", "lawful"] as const) {
    for (const id of Object.keys(loaders[kind])) {
      const { sentence } = await loadVariation(kind, id);
      lines.push(`--${kind} ${id}: ${sentence}`);
    }
  }
  return [...lines, ...nullKinds.map((kind) => `--null ${kind}`), ""].join("\n");
}
