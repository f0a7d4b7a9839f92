import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { reasonOf } from "../../core/coded-error.js";
import type { JsonSchema } from "../../harness/model/schema.js";
import { CliError } from "../errors.js";
import { fieldName, judgeLocated, type Located, parseLocated } from "../input/located.js";
import { readText } from "../read-text.js";
import { findConfig, packageField } from "./find.js";

/** Defaults for options of `run` and `doctor`, by the names that these have on the command line. */
export interface Config {
  readonly provider?: string;
  readonly url?: string;
  readonly profile?: string;
  readonly timeout?: number;
  readonly listen?: string;
  readonly advertise?: string;
  readonly allowHost?: readonly string[];
  readonly out?: string;
  readonly baseline?: string;
  readonly seed?: string;
  readonly jobs?: number;
  readonly annotations?: "github" | "none";
  readonly reporter?: readonly ("dot" | "list" | "json" | "github" | "teamcity")[];
  readonly quiet?: true;
  readonly bail?: number;
}

/** A configuration, and the folder that its paths are relative to. */
export interface FoundConfig {
  readonly config: Config;
  readonly folder: string;
}

/**
 * The configuration in `folder` or above, or in `file` when one is named; undefined when there is none. Paths in a file that
 * was found are relative to its folder, those in a file that was named to `folder`.
 *
 * @throws CliError `input-malformed`, `input-invalid` (field and line), `file-unreadable`, `conflicting-options`.
 */
export async function readConfig(folder: string, file?: string): Promise<FoundConfig | undefined> {
  const path = file === undefined ? findConfig(folder) : resolve(folder, file);
  if (path === undefined) return undefined;
  const what = `the configuration "${file ?? shownAs(path, folder)}"`;
  const text = await readText(path, "the configuration");
  const located = await locatedIn(path, text, what);
  judgeLocated(located, schema(), what);
  const { $schema: _schema, ...config } = located.value as Config & { readonly $schema?: string };
  if (config.provider !== undefined && config.url !== undefined) {
    throw new CliError(
      "conflicting-options",
      `Reading ${what}: line ${located.lineOf(["url"])}: found both provider and url; wanted one of them`,
    );
  }
  return { config, folder: file === undefined ? dirname(path) : folder };
}

async function locatedIn(path: string, text: string, what: string): Promise<Located> {
  if (/\.[jt]s$/.test(path)) return evaluated(path, text, what);
  const whole = parseLocated(text, what);
  if (basename(path) !== "package.json") return whole;
  const { [packageField]: value } = whole.value as Readonly<Record<string, unknown>>;
  return { value, lineOf: (steps) => whole.lineOf([packageField, ...steps]) };
}

/** A file of the folder by its name, one above by its path. */
function shownAs(path: string, folder: string): string {
  return dirname(path) === resolve(folder) ? basename(path) : path;
}

/** A module whose default export is the configuration. Lines are found by the name of the field. */
async function evaluated(path: string, text: string, what: string): Promise<Located> {
  let value: unknown;
  try {
    const module = (await import(pathToFileURL(path).href)) as { readonly default?: unknown };
    value = module.default;
  } catch (thrown) {
    const isTooOld = path.endsWith(".ts") && reasonOf(thrown).includes("Unknown file extension");
    const advice = isTooOld
      ? "wanted Node 22.18 or later for a .ts file; a .js file works with any"
      : "wanted a module";
    throw new CliError("input-malformed", `Reading ${what}: ${reasonOf(thrown)}; ${advice}`, { cause: thrown });
  }
  return {
    value: value ?? null,
    lineOf(steps) {
      const name = fieldName(steps.slice(0, 1));
      const lines = text.split("\n");
      const index = name === "" ? -1 : lines.findIndex((line) => new RegExp(`\\b${name}\\b\\s*[:,}]`).test(line));
      return index === -1 ? 1 : index + 1;
    },
  };
}

function schema(): JsonSchema {
  const text = readFileSync(new URL("config.schema.json", import.meta.url), "utf8");
  // A file of ours.
  return JSON.parse(text) as JsonSchema;
}
