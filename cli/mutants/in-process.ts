import { driverClient } from "../../harness/driver/client.js";
import { localDriver, type LocalProvider } from "../../harness/driver/local.js";
import type { Check } from "../../harness/model/check.js";
import type { RunResult } from "../../harness/model/result.js";
import type { TraceEntry } from "../../harness/model/trace.js";
import { runSuite } from "../../harness/runner/run-suite.js";
import type { RunOptions } from "../../harness/runner/types.js";
import { startMetaEndpoint } from "../../mock-server/index.js";
import { loadProfile } from "../../profiles/load.js";
import { memoryArchive } from "../../reference-provider/account/archive.js";
import {
  type Asked,
  behaviourWith,
  type ProviderVariant,
  watchedBehaviour,
} from "../../reference-provider/behaviour/variant.js";
import { createReferenceProvider, type ReferenceProviderOptions } from "../../reference-provider/index.js";
import { makeTokenKey, type TokenKey } from "../../reference-provider/behaviour/identity.js";
import { frontCredentials } from "../../reference-provider/server/tls-front.js";
import { seededRandom, systemRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import type { ServerCredentials } from "../../runtime/tls/ephemeral-ca.js";
import { requirements } from "../../suites/index.js";

export interface InProcessRun {
  readonly result: RunResult;
  readonly entries: readonly TraceEntry[];
}

/**
 * Runs checks against a provider in this process, over real sockets, as `interop run` does against a command. A failure
 * counts at once unless told: a mutant always does wrong what it does wrong.
 *
 * @param patienceMs Short for mutants: one that stays silent makes every wait for it last this long.
 */
export async function runAgainst(
  provider: LocalProvider,
  checks: readonly Check[],
  patienceMs?: number,
  {
    callMs = 3000,
    confirmFailures = false,
    profileName = "whatsapp",
    slow = false,
    onProgress,
  }: Pick<RunOptions, "confirmFailures" | "onProgress" | "slow"> & {
    /** How long the provider may take to answer a call. */
    readonly callMs?: number;
    readonly profileName?: string;
  } = {},
): Promise<InProcessRun> {
  const { profile, sha256 } = await loadProfile(profileName);
  const meta = await startMetaEndpoint({ profile, seed: "in-process" });
  const driver = driverClient({
    transport: localDriver(provider),
    clock: systemClock,
    journal: meta.journal,
    callMs,
  });
  try {
    const result = await runSuite({
      checks,
      requirements,
      meta,
      driver,
      clock: systemClock,
      identity: {
        id: "in-process",
        startedAt: "2026-01-01T00:00:00.000Z",
        seed: "in-process",
        harness: "0.0.0",
        profile: { name: profile.name, version: profile.version, sha256 },
      },
      confirmFailures,
      slow,
      ...(patienceMs !== undefined && { patienceMs }),
      ...(onProgress !== undefined && { onProgress }),
    });
    return { result, entries: [...meta.journal.entries] };
  } finally {
    await driver.close();
    await meta.close();
  }
}

let begun = 0;

/**
 * The reference provider in this process, with the overrides of a mutant or lawful variant in place. Each has its own keys;
 * what a mutant remembers belongs to `variant`, so load one for each provider.
 */
export function referenceProvider(variant?: ProviderVariant): LocalProvider {
  return killable({
    behaviour: behaviourWith(variant?.overrides),
    clock: systemClock,
    random: seededRandom(`${variant?.id ?? "reference"} ${++begun}`),
    credentials: sharedCredentials(),
    ...(variant !== undefined && { variant: variant.id }),
    ...(variant?.overrides.identity?.makeKey === undefined && { firstKey: sharedKey() }),
  });
}

/** With an archive that outlives the provider, as a folder outlives a process. */
function killable(options: ReferenceProviderOptions): LocalProvider {
  const whole = { ...options, archive: memoryArchive() };
  let current = createReferenceProvider(whole);
  return {
    answer: (text) => current.answer(text),
    async restart() {
      const gone = current;
      current = createReferenceProvider(whole);
      await gone.close();
    },
    close: () => current.close(),
  };
}

/** The conformant provider, telling which seams of its behaviour are asked. */
export function watchedProvider(onAsked: (asked: Asked) => void): LocalProvider {
  return killable({
    behaviour: watchedBehaviour(onAsked),
    clock: systemClock,
    random: seededRandom("reference"),
    credentials: sharedCredentials(),
  });
}

let made: Promise<TokenKey> | undefined;

/** One RSA key for all providers of this process: making it takes longer than a dozen checks. */
function sharedKey(): Promise<TokenKey> {
  made ??= makeTokenKey();
  return made;
}

let shown: ServerCredentials | undefined;

/** One certificate for all providers of this process: an authority is trusted anew only after reading all the usual ones. */
function sharedCredentials(): ServerCredentials {
  shown ??= frontCredentials({ clock: systemClock, random: systemRandom });
  return shown;
}
