import { driverClient } from "../../harness/driver/client.js";
import type { Transport } from "../../harness/driver/transport.js";
import type { Check } from "../../harness/model/check.js";
import type { RunResult } from "../../harness/model/result.js";
import type { TraceEntry } from "../../harness/model/trace.js";
import { runSuite } from "../../harness/runner/run-suite.js";
import type { LoadedProfile } from "../../profiles/built-in.js";
import { systemRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { requirements } from "../../suites/index.js";
import { endpointFor } from "../provider-endpoint.js";
import type { Terminal } from "../terminal.js";
import { redactValue } from "../../reports/redact/redact.js";
import type { Canary } from "../../reports/index.js";
import { runIdentity } from "./identity.js";
import { interruptOnSignals } from "./interrupt.js";
import type { RunCommandOptions } from "./options.js";
import { progressOn } from "./progress.js";
import { rerunOptions } from "./rerun-options.js";

export interface DriveInput {
  readonly options: RunCommandOptions;
  readonly loaded: LoadedProfile;
  readonly checks: readonly Check[];
  readonly transport: Transport;
  readonly terminal: Terminal;
}

export interface Ran {
  /** Without secrets: it is shown as it is. */
  readonly result: RunResult;
  readonly entries: readonly TraceEntry[];
  /** Private keys and tokens of the simulated side. */
  readonly secrets: readonly Canary[];
}

/** A run is judged and reported by its journal, so it must hold all of it. */
const journalBytes = 256 * 2 ** 20;

/** Runs `checks` against the provider behind `transport`, with progress on `terminal`. Both sides are stopped at the end. */
export async function drive({ options, loaded, checks, transport, terminal }: DriveInput): Promise<Ran> {
  const { profile, sha256 } = loaded;
  const { name, version } = profile;
  const identity = runIdentity(
    options.seed,
    { name, version, sha256 },
    systemClock,
    systemRandom,
    rerunOptions(options),
  );
  const meta = await endpointFor(options, { profile, seed: identity.seed, journal: { maximumBytes: journalBytes } });
  const { journal } = meta;
  const progress = progressOn(terminal);
  const interrupt = interruptOnSignals(() => progress.say("Stopping after this exchange; Ctrl-C again stops at once"));
  try {
    const result = await runSuite({
      checks,
      requirements,
      meta,
      driver: driverClient({ transport, clock: systemClock, journal, callMs: options.timeout }),
      identity,
      clock: systemClock,
      interrupt: interrupt.signal,
      slow: options.slow === true,
      onProgress: (event) => progress.on(redactValue(event)),
    });
    // A copy: what both sides still say while they end is no part of the run.
    const entries = [...journal.entries];
    return { result: redactValue(result), entries, secrets: await meta.secrets() };
  } finally {
    // The provider first: it would take a vanishing endpoint for an outage and try to come back.
    await transport.close();
    await meta.close();
    interrupt.release();
    progress.close();
  }
}
