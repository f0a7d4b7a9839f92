import { usual } from "../provider-options.js";
import type { RunCommandOptions } from "./options.js";

/**
 * The options that decide what a check is held to and against whom it runs, as words: what a rerun has to repeat. Where the
 * report goes, and which part of the checks it is about, is left out.
 */
export function rerunOptions(options: RunCommandOptions): readonly string[] {
  const { provider, url, profile, timeout, listen, advertise, baseline, seed, slow } = options;
  const given: Readonly<Record<string, string | undefined>> = {
    "--provider": provider,
    "--url": url,
    "--profile": profile === usual.profile ? undefined : profile,
    "--timeout": timeout === usual.timeout ? undefined : String(timeout),
    "--listen": listen,
    "--advertise": advertise,
    "--baseline": baseline,
    "--seed": seed,
  };
  const words = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [name, withoutCredentials(value)],
  );
  return slow === true ? [...words, "--slow"] : words;
}

/** A command line may hold what gives access to the provider; a report is handed on. */
function withoutCredentials(text: string): string {
  return text.replace(assignment, "$1<redacted>").replace(userInfo, "$1<redacted>@");
}

/** `API_KEY=…`, `--token …`, `password: …`. */
const assignment =
  /((?:token|secret|passw(?:or)?d|credentials?|api[-_]?key|auth)\b["']?(?:\s*[=:]\s*|\s+)["']?)[^\s"']+/gi;
const userInfo = /(\bhttps?:\/\/)[^\s/@]+@/gi;
