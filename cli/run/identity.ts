import { toHex } from "../../core/bytes.js";
import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { RunInfo } from "../../harness/model/result.js";
import type { RunIdentity } from "../../harness/runner/types.js";
import { usual } from "../provider-options.js";
import { harnessVersion } from "../version.js";
import type { RunCommandOptions } from "./options.js";

/** Who this run is. Ids sort by time, and two runs within a second on one machine get different ids. */
export function runIdentity(
  seed: string | undefined,
  profile: RunInfo["profile"],
  clock: Clock,
  random: Random,
  options: readonly string[] = [],
): RunIdentity {
  const startedAt = new Date(clock.now()).toISOString();
  const stamp = startedAt.replace(/[-:]|\.\d+/g, "");
  return {
    id: `${stamp}-${toHex(random.bytes(3))}`,
    startedAt,
    seed: seed ?? toHex(random.bytes(6)),
    harness: harnessVersion(),
    profile,
    ...(options.length > 0 && { options }),
  };
}

/**
 * The options that a rerun has to repeat, as words: those that say what a check requires and which provider runs. The folder
 * of the report and the selection of checks are left out.
 */
export function rerunOptions(options: RunCommandOptions): readonly string[] {
  const { provider, url, reference, profile, timeout, listen, advertise, baseline, seed, document, slow } = options;
  const given: Readonly<Record<string, string | undefined>> = {
    "--provider": provider,
    "--url": url,
    "--profile": profile === usual.profile ? undefined : profile,
    "--timeout": timeout === usual.timeout ? undefined : String(timeout),
    "--listen": listen,
    "--advertise": advertise,
    "--baseline": baseline,
    "--seed": seed,
    "--document": document,
  };
  const words = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [name, withoutCredentials(value)],
  );
  const isReference = provider === undefined && url === undefined && reference === true;
  return [...(isReference ? ["--reference"] : []), ...words, ...(slow === true ? ["--slow"] : [])];
}

/** A command line may hold credentials of the provider, and other people get the report. */
function withoutCredentials(text: string): string {
  return text.replace(assignment, "$1<redacted>").replace(userInfo, "$1<redacted>@");
}

/** `API_KEY=…`, `--token …`, `password: …`. */
const assignment =
  /((?:token|secret|passw(?:or)?d|credentials?|api[-_]?key|auth)\b["']?(?:\s*[=:]\s*|\s+)["']?)[^\s"']+/gi;
const userInfo = /(\bhttps?:\/\/)[^\s/@]+@/gi;
