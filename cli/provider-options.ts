import { isIP } from "node:net";
import { type Command, InvalidArgumentError } from "commander";
import { shownUrl } from "../core/shown.js";
import { CliError } from "./errors.js";
import type { Environment } from "./io.js";

/** Where the provider is and what it is held to; the same for every command that talks to one. */
export interface ProviderOptions {
  readonly provider?: string;
  readonly url?: string;
  /** Tests the bundled reference provider if there is no other. */
  readonly reference?: true;
  /** Folder in which the command starts (default: that of the process). */
  readonly folder?: string;
  readonly profile: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** Address that the simulated endpoint binds to; loopback unless told. */
  readonly listen?: string;
  /** Host name under which the provider finds it. */
  readonly advertise?: string;
  /** Hosts on which the servers of a provider behind `url` may be, beside that of the driver. */
  readonly allowHost?: readonly string[];
}

/** What holds where nothing is said. */
export const usual = { profile: "whatsapp", timeout: 10_000 };

export function addProviderOptions(command: Command): Command {
  return command
    .option("--provider <command>", "shell command that starts your driver (JSON-RPC over stdin and stdout)")
    .option("--url <url>", "URL of a driver that is running already (JSON-RPC by POST)")
    .option("--reference", "test the bundled reference provider if no other is named; not where CI is set")
    .option("--profile <name|file>", "profile to test against: one that comes along, or a file", usual.profile)
    .option("--timeout <ms>", "longest wait for one answer of the driver", milliseconds, usual.timeout)
    .option("--listen <host>", "address that the simulated endpoint binds to; loopback unless told")
    .option("--advertise <host>", "host name under which a provider on another host finds it", hostName)
    .option(
      "--allow-host <host>",
      "with --url: a further host on which the provider's servers may be, repeatable (default: the driver's, loopback)",
      (host: string, others: readonly string[] | undefined) => [...(others ?? []), hostName(host)],
    );
}

/**
 * Where the harness may send requests because a driver says so. A command runs with the user's rights and could send them
 * itself; a driver behind a URL could not.
 */
export function hostsFor({ url, allowHost = [] }: Pick<ProviderOptions, "url" | "allowHost">): {
  readonly allowedHosts?: readonly string[];
} {
  return url === undefined ? {} : { allowedHosts: [new URL(url).hostname, ...allowHost] };
}

/** @throws CliError `conflicting-options`, `bad-option-value`. */
export function judgeProviderOptions({ provider, url }: Pick<ProviderOptions, "provider" | "url">): void {
  if (provider !== undefined && url !== undefined) {
    throw new CliError(
      "conflicting-options",
      "Choosing the provider: found both --provider and --url; wanted one of them; leave the other out",
    );
  }
  if (provider?.trim() === "") {
    throw new CliError(
      "bad-option-value",
      'Reading --provider: found nothing; wanted a command, for example "node driver.js"',
    );
  }
  if (url !== undefined && !/^https?:\/\/./.test(URL.canParse(url) ? new URL(url).href : "")) {
    throw new CliError(
      "bad-option-value",
      `Reading --url: found "${shownUrl(url)}"; wanted an http or https URL, for example http://127.0.0.1:8080/rpc`,
    );
  }
}

/**
 * That there is a provider, when the configuration has been read too. A pipeline that forgets to name it must not be green, so
 * the reference provider counts only where a person asks for it.
 *
 * @throws CliError `no-provider`.
 */
export function judgeProviderGiven(
  { provider, url, reference }: Pick<ProviderOptions, "provider" | "url" | "reference">,
  { CI: pipeline = "" }: Environment,
): void {
  if (provider !== undefined || url !== undefined) return;
  const inPipeline = !/^(?:|0|false|no)$/i.test(pipeline);
  if (reference === true && !inPipeline) return;
  const other = inPipeline
    ? "--reference does not count where CI is set, so that no pipeline passes without a provider"
    : "--reference tests the bundled one";
  throw new CliError(
    "no-provider",
    `Choosing the provider: found none; wanted --provider "command that starts your driver", --url, or one of them in interop.config.json; ${other}`,
  );
}

/** A whole number of at least 1, for commander. */
export function milliseconds(text: string): number {
  return wholeNumber(text, 1, 3_600_000, "a whole number of milliseconds");
}

/** What can stand in a URL as its host. */
export function hostName(text: string): string {
  const label = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
  if (isIP(text) !== 0 || new RegExp(`^(?=.{1,253}$)${label}(\\.${label})*$`, "i").test(text)) return text;
  throw new InvalidArgumentError("Wanted a host name or an address alone, without scheme, port and path.");
}

/** 0 lets the system choose. */
export function port(text: string): number {
  return wholeNumber(text, 0, 65_535, "a port from 0 to 65535");
}

/** How many entries a journal keeps; eight, so that there is something to drop an eighth of. */
export function entries(text: string): number {
  return wholeNumber(text, 8, 10_000_000, "a whole number of entries from 8 to 10000000");
}

/** Of a message's content. */
export function paddingLength(text: string): number {
  return wholeNumber(text, 1, 16, "a whole number of bytes from 1 to 16");
}

/** How large a journal becomes. */
export function mebibytes(text: string): number {
  return wholeNumber(text, 1, 4096, "a whole number of MiB from 1 to 4096");
}

function wholeNumber(text: string, least: number, most: number, wanted: string): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new InvalidArgumentError(`Wanted ${wanted}.`);
}
