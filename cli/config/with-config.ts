import { resolve } from "node:path";
import type { Command } from "commander";
import { type Config, readConfig } from "./read.js";

export function addConfigOption(command: Command): Command {
  return command.option(
    "--config <file>",
    'defaults of these options (default: interop.config.{json,js,ts}, or "interop" of package.json, in this folder or one above)',
  );
}

/**
 * The options that were given, completed by the configuration, and those by the defaults. Naming a provider in one way
 * on the command line sets aside the other way of the configuration.
 *
 * @param folder Where the configuration is looked for.
 * @throws CliError as `readConfig` does.
 */
export async function withConfig<Options extends object>(
  command: Command,
  options: Options & { readonly config?: string },
  folder: string,
): Promise<Options> {
  const found = await readConfig(folder, options.config);
  if (found === undefined) return options;
  const config = resolve(found.folder) === resolve(folder) ? found.config : fromFolder(found.config, found.folder);
  const isGiven = (name: string): boolean => command.getOptionValueSource(name) === "cli";
  const providerGiven = isGiven("provider") || isGiven("url") || isGiven("manual");
  const known = new Set(command.options.map((option) => option.attributeName()));
  const defaults = Object.entries(config).filter(
    ([name]) => known.has(name) && !isGiven(name) && !(providerGiven && ofProvider.has(name)),
  );
  const given = Object.fromEntries(defaults);
  // The command of the configuration finds its files from there, too.
  return { ...options, ...given, ...("provider" in given && { folder: found.folder }) };
}

/** The same, with paths that hold in every folder. */
function fromFolder(config: Config, folder: string): Config {
  const { out, baseline, profile } = config;
  const isFile = profile !== undefined && /[/\\.]/.test(profile);
  return {
    ...config,
    // A report belongs to the project, wherever in it the command was given.
    out: resolve(folder, out ?? "conformance-report"),
    ...(baseline !== undefined && { baseline: resolve(folder, baseline) }),
    ...(isFile && { profile: resolve(folder, profile) }),
  };
}

/** What says where the provider is, and what may be asked of it there. */
const ofProvider: ReadonlySet<string> = new Set(["provider", "url", "jobs"]);
