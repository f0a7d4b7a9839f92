import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Folders that hold the product, and `index.ts` beside them. */
export const layers = [
  "core",
  "runtime",
  "proto",
  "protocol",
  "signal",
  "profiles",
  "faults",
  "harness",
  "mock-server",
  "suites",
  "fixtures",
  "reference-provider",
  "reports",
  "load",
  "cli",
] as const;

export type Layer = (typeof layers)[number];

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the root of the file that it resolves to; undefined for packages and Node's own modules. */
  readonly target: string | undefined;
  readonly typeOnly: boolean;
  /** Loaded only when the code asks for it. */
  readonly dynamic: boolean;
}

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly layer: Layer;
  readonly text: string;
  readonly imports: readonly Import[];
}

const statement = /^(?:import|export)\s+(type\s+)?(?:[^"';]*?\s+from\s+)?"([^"]+)"/gm;
const dynamic = /\bimport\(\s*"([^"]+)"\s*\)/g;

/** Every module of the product: no tests, nothing generated. */
export function productSources(): readonly SourceFile[] {
  return layers.flatMap((layer) =>
    filesBelow(layer)
      .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.endsWith(".d.ts"))
      .filter((path) => !path.split("/").includes("gen"))
      .map((path) => {
        const text = readFileSync(join(root, path), "utf8");
        return { path, layer, text, imports: importsOf(path, text) };
      }),
  );
}

/** Every module of the examples. */
export function exampleSources(): readonly Pick<SourceFile, "path" | "imports">[] {
  return filesBelow("examples")
    .filter((path) => path.endsWith(".js"))
    .map((path) => ({ path, imports: importsOf(path, readFileSync(join(root, path), "utf8")) }));
}

/** Files below a folder of the project, as paths from the root with forward slashes; none when there is no folder. */
export function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .sort();
  } catch {
    return [];
  }
}

/** The code without its comments, line breaks kept. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, "")).replace(/(^|\s)\/\/.*$/gm, "$1");
}

function importsOf(path: string, text: string): readonly Import[] {
  const code = withoutComments(text);
  const found: Import[] = [];
  for (const [whole, type, specifier = ""] of code.matchAll(statement)) {
    const typeOnly = type !== undefined || namesTypesOnly(whole);
    found.push({ specifier, target: resolve(path, specifier), typeOnly, dynamic: false });
  }
  for (const [, specifier = ""] of code.matchAll(dynamic)) {
    found.push({ specifier, target: resolve(path, specifier), typeOnly: false, dynamic: true });
  }
  return found;
}

function namesTypesOnly(text: string): boolean {
  const names = /\{([^}]*)\}/
    .exec(text)?.[1]
    ?.split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return names !== undefined && names.length > 0 && names.every((name) => name.startsWith("type "));
}

function resolve(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}
