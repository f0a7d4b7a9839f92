import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../sources.js";

/** An ordinary client that others wrote, run unmodified. */
export interface OpenClient {
  /** Folder of its package below `node_modules`. */
  readonly package: "baileys" | "baileys6";
  readonly name: string;
  /** What it cannot do, and why: abilities by their title. */
  readonly lacks: Readonly<Record<string, string>>;
  /** Why its tests cannot run here; undefined when they can. */
  readonly absent: string | undefined;
}

function openClient(folder: OpenClient["package"], lacks: OpenClient["lacks"]): OpenClient {
  const file = join(root, "node_modules", folder, "package.json");
  if (!existsSync(file))
    return { package: folder, name: folder, lacks, absent: `the package ${folder} is not installed` };
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { readonly version: string };
  return { package: folder, name: `Baileys ${version}`, lacks, absent: undefined };
}

const lacksOf6 = {
  "block a user by phone, and hear nothing from him until unblocked":
    "it names the user by number alone, to which the ordinary service answers 400 (interop fact 125)",
};

export const newestClient = openClient("baileys", {});

/** All are tried for the same abilities. */
export const openClients: readonly OpenClient[] = [newestClient, openClient("baileys6", lacksOf6)];
