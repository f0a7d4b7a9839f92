import type { Transport } from "../../harness/driver/transport.js";
import type { Check } from "../../harness/model/check.js";
import type { RunResult } from "../../harness/model/result.js";
import type { TraceEntry } from "../../harness/model/trace.js";
import { runSuite } from "../../harness/runner/run-suite.js";
import type { LoadedProfile } from "../../profiles/built-in.js";
import { systemRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { requirements } from "../../suites/index.js";
import type { Terminal } from "../terminal.js";
import type { Io } from "../io.js";
import { redactValue } from "../../reports/redact/redact.js";
import type { Canary } from "../../reports/index.js";
import { runIdentity } from "./identity.js";
import { interruptOnSignals } from "./interrupt.js";
import { laneFor, lanesFor, type OwnLane } from "./lanes.js";
import type { RunCommandOptions } from "./options.js";
import { progressOn } from "./progress.js";
import { rerunOptions } from "./rerun-options.js";

export interface DriveInput {
  readonly io: Io;
  readonly options: RunCommandOptions;
  readonly loaded: LoadedProfile;
  readonly checks: readonly Check[];
  /** To the provider that was started already. */
  readonly transport: Transport;
  /** Starts the same one once more. */
  readonly another: () => Transport;
  readonly terminal: Terminal;
}

export interface Ran {
  /** Without secrets: it is shown as it is. */
  readonly result: RunResult;
  readonly entries: readonly TraceEntry[];
  /** Private keys and tokens of the simulated side. */
  readonly secrets: readonly Canary[];
}

/** Runs `checks` against the provider, with progress on `terminal`. All sides are stopped at the end. */
export async function drive({ io, options, loaded, checks, transport, another, terminal }: DriveInput): Promise<Ran> {
  const { profile, sha256 } = loaded;
  const { name, version } = profile;
  const identity = runIdentity(
    options.seed,
    { name, version, sha256 },
    systemClock,
    systemRandom,
    rerunOptions(options),
  );
  const { seed } = identity;
  const progress = progressOn(terminal);
  const interrupt = interruptOnSignals(io, () =>
    progress.say("Stopping after this exchange; Ctrl-C again stops at once"),
  );
  const lanes: OwnLane[] = [];
  try {
    const first = await laneFor(transport, options, loaded, { seed, at: 0 });
    lanes.push(first);
    const count = lanesFor(options, checks);
    for (let at = 1; at < count; at++) {
      lanes.push(await laneFor(another(), options, loaded, { seed, at }));
    }
    const result = await runSuite({
      ...first,
      beside: lanes.slice(1),
      checks,
      requirements,
      identity,
      clock: systemClock,
      interrupt: interrupt.signal,
      slow: options.slow === true,
      onProgress: (event) => progress.on(redactValue(event)),
    });
    // A copy: what both sides still say while they end is no part of the run.
    const entries = lanes.flatMap(({ meta }) => meta.journal.entries);
    const secrets = await Promise.all(lanes.map(({ meta }) => meta.secrets()));
    return { result: redactValue(result), entries, secrets: secrets.flat() };
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
    interrupt.release();
    progress.close();
  }
}
