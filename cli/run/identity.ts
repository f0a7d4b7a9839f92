import { dirname, join, relative } from "node:path";
import { shownCommand } from "../../core/shown.js";
import { toHex } from "../../core/bytes.js";
import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { ProfileInfo, RunInfo } from "../../harness/model/result.js";
import type { Json } from "../../harness/model/trace.js";
import type { LoadedProfile } from "../../profiles/built-in.js";
import type { RunIdentity } from "../../harness/runner/types.js";
import { shellWord } from "../../reports/text/printable.js";
import type { Io } from "../io.js";
import { usual } from "../provider-options.js";
import { harnessVersion } from "../version.js";
import type { RunCommandOptions } from "./options.js";

/** How a report names the profile; of a user's own file also what it gives. */
export function profileInfo({ profile, sha256, own }: LoadedProfile): ProfileInfo {
  const { name, version } = profile;
  if (own === undefined) return { name, version, sha256 };
  const values = own.values.map(({ path, value, base: below, grade, source }) => {
    // Values of a profile come from JSON; only their interface does not say so.
    return { path, value: value as Json, base: (below ?? null) as Json, grade, source };
  });
  return { name, version, sha256, own: { base: own.base, values } };
}

/** Who this run is. Ids sort by time, and two runs within a second on one machine get different ids. */
export function runIdentity(
  seed: string | undefined,
  profile: RunInfo["profile"],
  clock: Clock,
  random: Random,
  options: readonly string[] = [],
  command?: string,
  byHand = false,
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
    ...(byHand && { byHand }),
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
  const { provider, url, reference, profile, timeout, listen, advertise, baseline, seed, document, slow } = options;
  const { manual, capabilities } = options;
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
    "--capabilities": capabilities?.join(","),
  };
  const words = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [name, shownCommand(value)],
  );
  const isReference = provider === undefined && url === undefined && reference === true;
  const driver = manual === true ? ["--manual"] : isReference ? ["--reference"] : [];
  return [...driver, ...words, ...(slow === true ? ["--slow"] : [])];
}
