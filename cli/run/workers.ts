import type { Check } from "../../harness/checks/check.js";
import { planScenarios } from "../../harness/checks/plan.js";
import { driverClient } from "../../harness/driver/client.js";
import type { PressureMeter } from "../../core/pressure.js";
import type { Transport } from "../../harness/driver/transport.js";
import type { Worker } from "../../harness/runner/types.js";
import type { MetaEndpoint } from "../../mock-server/index.js";
import type { LoadedProfile } from "../../profiles/built-in.js";
import { systemClock } from "../../runtime/system-clock.js";
import { workersOfReference } from "../jobs.js";
import { endpointFor } from "../provider-endpoint.js";
import { hostsFor } from "../provider-options.js";
import type { RunCommandOptions } from "./options.js";

/** A worker whose Meta side is in this process. */
export interface OwnWorker extends Worker {
  readonly meta: MetaEndpoint;
  close(): Promise<void>;
}

/** Verdicts and reports come from the journal, so it must hold the whole run. */
const journalBytes = 256 * 2 ** 20;
/** Far more entries than a run of all checks writes. */
const entriesOfWorker = 1_000_000;

/**
 * Starts a Meta side for the provider behind `transport`. The second worker numbers its entries from 1000001, and so on, so
 * that the entries of all workers make one trace.
 *
 * @param at Position of the worker; the first one uses the seed unchanged.
 * @throws CliError `cannot-listen`; what `startMetaEndpoint` throws.
 */
export async function startWorker(
  transport: Transport,
  options: RunCommandOptions,
  { profile }: Pick<LoadedProfile, "profile">,
  { seed, at, meter }: { readonly seed: string; readonly at: number; readonly meter: PressureMeter },
): Promise<OwnWorker> {
  const meta = await endpointFor(options, {
    profile,
    seed: at === 0 ? seed : `${seed}/${at + 1}`,
    journal: { maximumBytes: journalBytes, firstSeq: at * entriesOfWorker + 1 },
    // An app in a person's hand cannot be told to forget its account.
    ...(options.manual === true && { keepAccounts: true }),
  }).catch(async (thrown: unknown) => {
    // Nothing else knows the provider that was started for this worker.
    await transport.close();
    throw thrown;
  });
  const driver = driverClient({
    transport,
    clock: systemClock,
    journal: meta.journal,
    callMs: options.manual === true ? Number.POSITIVE_INFINITY : options.timeout,
    meter,
    ...hostsFor(options),
  });
  return {
    meta,
    driver,
    async close() {
      // The provider first: otherwise it sees an outage and tries to reconnect.
      await transport.close();
      await meta.close();
    },
  };
}

/** Fewer scenarios than this take less time than the start of one more provider. */
const worthAWorker = 10;

/** How many workers to use. A provider that is not ours may not be able to run twice at a time, so it gets one by default. */
export function workersFor({ provider, url, jobs, manual }: RunCommandOptions, checks: readonly Check[]): number {
  if (manual === true) return 1;
  const isReference = provider === undefined && url === undefined;
  const wanted = jobs ?? (isReference ? workersOfReference : 1);
  return Math.max(1, Math.min(wanted, Math.ceil(planScenarios(checks).length / worthAWorker)));
}
