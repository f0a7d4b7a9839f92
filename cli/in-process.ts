import type { Check } from "../harness/checks/check.js";
import { driverClient } from "../harness/driver/client.js";
import { type LocalProvider, localDriver, type Transport } from "../harness/driver/transport.js";
import type { RunResult } from "../harness/model/result.js";
import type { TraceEntry } from "../harness/model/trace.js";
import { runSuite } from "../harness/runner/run-suite.js";
import type { RunOptions } from "../harness/runner/types.js";
import { startMetaEndpoint } from "../mock-server/index.js";
import { loadProfile } from "../profiles/load.js";
import { memoryArchive } from "../reference-provider/account/archive.js";
import { makeTokenKey, type TokenKey } from "../reference-provider/behaviour/identity.js";
import {
  type Asked,
  behaviourWith,
  override,
  type ProviderVariant,
  watchedBehaviour,
} from "../reference-provider/behaviour/variant.js";
import { createReferenceProvider, type ReferenceProviderOptions } from "../reference-provider/index.js";
import { frontCredentials } from "../reference-provider/server/tls-front.js";
import { seededRandom, systemRandom } from "../runtime/random.js";
import { systemClock } from "../runtime/system-clock.js";
import type { ServerCredentials } from "../runtime/tls/ephemeral-ca.js";
import { requirements } from "../suites/index.js";

export interface InProcessRun {
  readonly result: RunResult;
  readonly entries: readonly TraceEntry[];
}

interface InProcessOptions
  extends Partial<
    Pick<RunOptions, "calmMs" | "clock" | "confirmFailures" | "meter" | "onProgress" | "slow" | "timing">
  > {
  /** How long the provider may take to answer a call. */
  readonly callMs?: number;
  readonly profileName?: string;
}

/**
 * Runs checks against a provider in this process, over real sockets, as `interop run` does against a command. Retries
 * nothing by default: a mutant is always wrong in the same way.
 *
 * @param provider In this process, or a driver that was started elsewhere.
 * @param patienceMs How long a check waits for an event or stanza.
 */
export async function runAgainst(
  provider: LocalProvider | Transport,
  checks: readonly Check[],
  patienceMs?: number,
  { callMs = 3000, clock = systemClock, profileName = "whatsapp", ...options }: InProcessOptions = {},
): Promise<InProcessRun> {
  const { profile, sha256 } = await loadProfile(profileName);
  const seed = "in-process";
  const meta = await startMetaEndpoint({ profile, seed });
  const transport = "send" in provider ? provider : localDriver(provider);
  const driver = driverClient({ transport, clock, journal: meta.journal, callMs });
  const { name, version } = profile;
  const startedAt = "2026-01-01T00:00:00.000Z";
  const identity = { id: seed, startedAt, seed, harness: "0.0.0", profile: { name, version, sha256 } };
  const patience = patienceMs === undefined ? {} : { patienceMs };
  try {
    const run = {
      confirmFailures: false,
      ...options,
      ...patience,
      checks,
      requirements,
      meta,
      driver,
      clock,
      identity,
    };
    return { result: await runSuite(run), entries: [...meta.journal.entries] };
  } finally {
    await driver.close();
    await meta.close();
  }
}

let started = 0;

/**
 * The reference provider in this process, with its own keys.
 *
 * @param variant What a mutant remembers belongs to the variant, so load one for each provider.
 * @param onAsked Without a variant: hears which seams of the behaviour are asked.
 */
export function referenceProvider(variant?: ProviderVariant, onAsked?: (asked: Asked) => void): LocalProvider {
  const behaviour = onAsked === undefined ? behaviourWith(variant?.overrides) : watchedBehaviour(onAsked);
  const options: ReferenceProviderOptions = {
    behaviour,
    onReset: () => override(behaviour, variant?.fresh?.() ?? {}),
    clock: systemClock,
    random: seededRandom(`${variant?.id ?? "reference"} ${++started}`),
    credentials: sharedCredentials(),
    // It outlives the provider, as a folder outlives a process.
    archive: memoryArchive(),
    ...(variant !== undefined && { variant: variant.id }),
    ...(variant?.overrides.identity?.makeKey === undefined && onAsked === undefined && { firstKey: sharedKey() }),
  };
  let current = createReferenceProvider(options);
  return {
    answer: (text) => current.answer(text),
    async restart() {
      const killed = current;
      current = createReferenceProvider(options);
      await killed.close();
    },
    close: () => current.close(),
  };
}

let tokenKey: Promise<TokenKey> | undefined;
let credentials: ServerCredentials | undefined;

/** One RSA key for all providers of this process: making it takes longer than a dozen checks. */
const sharedKey = (): Promise<TokenKey> => (tokenKey ??= makeTokenKey());

/** One certificate too: before TLS trusts a further authority, it reads all the usual ones. */
const sharedCredentials = (): ServerCredentials =>
  (credentials ??= frontCredentials({ clock: systemClock, random: systemRandom }));
