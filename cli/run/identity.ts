import { dirname, join, relative } from "node:path";
import { toHex } from "../../core/bytes.js";
import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { RunInfo } from "../../harness/model/result.js";
import type { RunIdentity } from "../../harness/runner/types.js";
import { shellWord } from "../../reports/text/printable.js";
import type { Io } from "../io.js";
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
  command?: string,
): RunIdentity {
  const startedAt = new Date(clock.now()).toISOString();
  const stamp = startedAt.replace(/[-:]|\.\d+/g, "");
  return {
    id: `${stamp}-${toHex(random.bytes(3))}`,
    startedAt,
    seed: seed ?? toHex(random.bytes(6)),
    harness: harnessVersion(),
    profile,
    ...(command !== undefined && { command }),
    ...(options.length > 0 && { options }),
  };
}

/** How a person calls this command line: installed as a package, or in a clone of the repository. Can be pasted into a shell. */
export function ownCommand({ cwd, referenceScript }: Pick<Io, "cwd" | "referenceScript">): string {
  if (/[/\\]node_modules[/\\]/.test(referenceScript)) return "npx interop";
  const script = relative(cwd, join(dirname(referenceScript), "..", "cli", "bin.js"));
  return `node ${shellWord(script)}`;
}

/**
 * The options that a rerun has to repeat, as words: those that say what a check requires and which provider runs. The folder
 * of the report and the selection of checks are left out.
 */
export function rerunOptions(options: RunCommandOptions): readonly string[] {
  const { provider, url, profile, timeout, listen, advertise, baseline, seed, document, slow } = options;
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
  return slow === true ? [...words, "--slow"] : words;
}

/** A command line may hold credentials of the provider, and other people get the report. */
function withoutCredentials(text: string): string {
  return text.replace(assignment, "$1<redacted>").replace(userInfo, "$1<redacted>@");
}

/** `API_KEY=…`, `--token …`, `password: …`. */
const assignment =
  /((?:token|secret|passw(?:or)?d|credentials?|api[-_]?key|auth)\b["']?(?:\s*[=:]\s*|\s+)["']?)[^\s"']+/gi;
const userInfo = /(\bhttps?:\/\/)[^\s/@]+@/gi;
