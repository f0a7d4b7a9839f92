import type { Command } from "commander";
import { readConfig } from "./read.js";

export function addConfigOption(command: Command): Command {
  return command.option("--config <file>", "defaults of these options; interop.config.{json,js,ts} when there is one");
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
  const config = await readConfig(folder, options.config);
  const isGiven = (name: string): boolean => command.getOptionValueSource(name) === "cli";
  const providerGiven = isGiven("provider") || isGiven("url");
  const known = new Set(command.options.map((option) => option.attributeName()));
  const defaults = Object.entries(config).filter(
    ([name]) => known.has(name) && !isGiven(name) && !(providerGiven && ofProvider.has(name)),
  );
  return { ...options, ...Object.fromEntries(defaults) };
}

/** What says where the provider is, and what may be asked of it there. */
const ofProvider: ReadonlySet<string> = new Set(["provider", "url", "jobs"]);
