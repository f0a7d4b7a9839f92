import type { RunInfo } from "../../harness/model/result.js";
import type { RunIdentity } from "../../harness/runner/types.js";
import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import { toHex } from "../../core/bytes.js";
import { harnessVersion } from "../version.js";

/** Who this run is. The id sorts by time and is not repeated on the same machine within a second. */
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
