import { driverClient } from "../../harness/driver/client.js";
import type { Transport } from "../../harness/driver/transport.js";
import { planScenarios } from "../../harness/checks/plan.js";
import type { Check } from "../../harness/checks/check.js";
import type { Lane } from "../../harness/runner/types.js";
import type { MetaEndpoint } from "../../mock-server/index.js";
import type { LoadedProfile } from "../../profiles/built-in.js";
import { systemClock } from "../../runtime/system-clock.js";
import { endpointFor } from "../provider-endpoint.js";
import type { RunCommandOptions } from "./options.js";

/** A lane of this process, with what it takes to end it. */
export interface OwnLane extends Lane {
  readonly meta: MetaEndpoint;
  close(): Promise<void>;
}

/** A run is judged and reported by its journal, so it must hold all of it. */
const journalBytes = 256 * 2 ** 20;
/** Far more entries than a run of all checks writes. */
const numbersOfLane = 1_000_000;

/**
 * A Meta side for the provider behind `transport`. Entries of the second lane are numbered from 1000001, and so on, so that
 * all of them together are one trace.
 *
 * @param at Position of the lane; the first one has the seed as it is.
 * @throws CliError `cannot-listen`; what `startMetaEndpoint` throws.
 */
export async function laneFor(
  transport: Transport,
  options: RunCommandOptions,
  { profile }: Pick<LoadedProfile, "profile">,
  { seed, at }: { readonly seed: string; readonly at: number },
): Promise<OwnLane> {
  const parts = {
    profile,
    seed: at === 0 ? seed : `${seed}/${at + 1}`,
    journal: { maximumBytes: journalBytes, firstSeq: at * numbersOfLane + 1 },
  };
  const meta = await endpointFor(options, parts).catch(async (thrown: unknown) => {
    // Nobody else knows of a provider that was started for this lane.
    await transport.close();
    throw thrown;
  });
  const driver = driverClient({ transport, clock: systemClock, journal: meta.journal, callMs: options.timeout });
  return {
    meta,
    driver,
    async close() {
      // The provider first: it would take a vanishing endpoint for an outage and try to come back.
      await transport.close();
      await meta.close();
    },
  };
}

/** Fewer exchanges than this are driven sooner than one more provider has started. */
const worthALane = 10;

/** Beyond that, two processors have nothing left to share. */
const lanesOfOurs = 3;

/** How many lanes to drive these checks in. A provider that we did not make may not be able to run twice at a time. */
export function lanesFor({ provider, url, jobs }: RunCommandOptions, checks: readonly Check[]): number {
  const ours = provider === undefined && url === undefined;
  const wanted = jobs ?? (ours ? lanesOfOurs : 1);
  return Math.max(1, Math.min(wanted, Math.ceil(planScenarios(checks).length / worthALane)));
}
