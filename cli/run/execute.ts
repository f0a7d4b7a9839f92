import type { Transport } from "../../harness/driver/transport.js";
import type { RunResult, Verdict } from "../../harness/model/result.js";
import type { TraceEntry } from "../../harness/model/trace.js";
import { runSuite } from "../../harness/runner/run-suite.js";
import type { Canary } from "../../reports/index.js";
import { plural } from "../../reports/view/verdict-words.js";
import { redactValue } from "../../reports/redact/redact.js";
import { pressureMeter, systemGauge } from "../../runtime/pressure-meter.js";
import { systemRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { requirements } from "../../suites/index.js";
import type { Io } from "../io.js";
import type { Terminal } from "../terminal.js";
import { ownCommand, profileInfo, rerunOptions, runIdentity } from "./identity.js";
import type { ManualRun } from "../manual/manual.js";
import type { RunInput } from "./options.js";
import { type Progress, progressOn } from "./progress.js";
import { dotsOn, silenceOn } from "./dots.js";
import { showingOf } from "./reporter.js";
import { type OwnWorker, startWorker, workersFor } from "./workers.js";

export interface Executed {
  /** Without secrets, so that it can be shown. */
  readonly result: RunResult;
  readonly entries: readonly TraceEntry[];
  /** Private keys and tokens of the simulated side. */
  readonly secrets: readonly Canary[];
}

/**
 * Runs the checks against the provider, with progress on the terminal. Ends all workers, also after an error.
 *
 * @param transport To the provider, which is already started.
 * @param another Starts a further process of the provider.
 * @param manual A person is the driver behind `transport`.
 */
export async function execute(
  { io, options, loaded, checks, terminal }: RunInput,
  transport: Transport,
  another: () => Transport,
  manual?: ManualRun,
): Promise<Executed> {
  const identity = runIdentity(
    options.seed,
    profileInfo(loaded),
    systemClock,
    systemRandom,
    rerunOptions(options),
    ownCommand(io),
    manual !== undefined,
  );
  const { seed } = identity;
  // Where a person types, no line can be rewritten.
  const progress = progressFor(options, manual === undefined ? terminal : { ...terminal, live: false });
  const bail = options.bail === true ? 1 : (options.bail ?? Number.POSITIVE_INFINITY);
  let failed = 0;
  const interrupt = interruptOnStop(io, () => {
    progress.say("Stopping after the current scenario; press Ctrl-C again to stop at once");
    manual?.leave();
  });
  const meter = pressureMeter(systemClock, systemGauge());
  const workers: OwnWorker[] = [];
  try {
    const first = await startWorker(transport, options, loaded, { seed, at: 0, meter });
    workers.push(first);
    manual?.begin(first.meta, interrupt.stop);
    const count = workersFor(options, checks);
    for (let at = 1; at < count; at++) {
      workers.push(await startWorker(another(), options, loaded, { seed, at, meter }));
    }
    const result = await runSuite({
      ...first,
      beside: workers.slice(1),
      checks,
      requirements,
      identity,
      clock: systemClock,
      meter,
      interrupt: interrupt.signal,
      slow: options.slow === true,
      // A retry would cost the person as much as the first run.
      ...(manual !== undefined && { confirmFailures: false }),
      // Otherwise a failure would be certain only when everything else has run.
      retryAtOnce: options.bail !== undefined,
      onProgress(event) {
        const shown = redactValue(event);
        progress.on(shown);
        if (event.kind === "judged" && failedVerdicts.has(event.result.verdict)) failed += 1;
        if (failed >= bail) interrupt.stop(`The run ended after ${plural(failed, "failed check")}, as --bail says`);
        manual?.on(shown);
      },
    });
    // A copy: what both sides still send while they end is not part of the run.
    const entries = workers.flatMap(({ meta }) => meta.journal.entries);
    const secrets = await Promise.all(workers.map(({ meta }) => meta.secrets()));
    return { result: redactValue(result), entries, secrets: secrets.flat() };
  } finally {
    await Promise.all(workers.map((worker) => worker.close()));
    meter.close();
    interrupt.release();
    progress.close();
  }
}

const failedVerdicts: ReadonlySet<Verdict> = new Set(["fail", "unstable"]);

function progressFor(options: RunInput["options"], terminal: Terminal): Progress {
  const { progress } = showingOf(options, false);
  if (progress === "dot") return dotsOn(terminal);
  if (progress === "none") return silenceOn(terminal);
  return progressOn(progress === "list" ? listing(terminal) : terminal);
}

/** The same terminal, of which no line is rewritten. */
function listing(terminal: Terminal): Terminal {
  const { width, colour } = terminal;
  return { width, colour, live: false, write: (text) => terminal.write(text) };
}

/** A scenario that ends in this time still makes a report. */
const terminateWithinMs = 1500;
/** What shells show for a process that SIGTERM ended. */
const endedByTermination = 143;
/** What shells show for a process that Ctrl-C ended. */
const endedByInterrupt = 130;

/** The first Ctrl-C (or SIGTERM) stops the run after the current scenario; the second ends the process and the driver. */
function interruptOnStop(
  io: Pick<Io, "onStop" | "exit">,
  onFirst: () => void,
): { readonly signal: AbortSignal; stop(why?: string): void; release(): void } {
  const controller = new AbortController();
  const { release } = io.onStop((signal) => {
    // No person: a build server that kills what does not end.
    if (signal === "SIGTERM") {
      controller.abort();
      systemClock.after(terminateWithinMs, () => io.exit(endedByTermination));
      return;
    }
    if (controller.signal.aborted) {
      io.exit(endedByInterrupt);
      return;
    }
    controller.abort();
    onFirst();
  });
  return { signal: controller.signal, stop: (why) => controller.abort(why), release };
}
