import { DriverError } from "../driver/errors.js";
import type { Configuration, ProviderDescription } from "../driver/methods.js";
import { providerSide } from "../driver/provider-side.js";
import type { CheckResult, RunResult } from "../model/result.js";
import type { Cause, EntryOf } from "../model/trace.js";
import type { MetaSide } from "../ports/meta-side.js";
import type { ProviderSide } from "../ports/provider-side.js";
import type { DriveContext } from "../model/check.js";
import { driveStep } from "./drive.js";
import { judgeCheck } from "./judge.js";
import { planSteps, type Step } from "./plan.js";
import { requirementIndex } from "./requirements.js";
import { interrupted, summarise } from "./summary.js";
import { budgetFor } from "./timing.js";
import type { RunOptions } from "./types.js";

/**
 * Drives every step of the plan and judges its checks. Always returns a result in which each selected check has a
 * verdict; a cause that stopped the run as a whole is in `result.cause`.
 */
export async function runSuite(options: RunOptions): Promise<RunResult> {
  const { checks, identity, clock, onProgress } = options;
  const began = clock.monotonic();
  const steps = planSteps(checks);
  onProgress?.({ kind: "planned", checks: checks.length, steps: steps.length });

  const results: CheckResult[] = [];
  let description: ProviderDescription = unknownProvider;
  let cause: Cause | null = null;
  try {
    description = await introduce(options);
    cause = await runSteps(options, steps, description, results);
  } catch (thrown) {
    if (!(thrown instanceof DriverError)) throw thrown;
    cause = thrown.asCause;
  }
  if (cause !== null) {
    onProgress?.({ kind: "stopped", cause });
    results.push(...unrun(options, results, description, cause));
  }

  return {
    schema: "interop-conformance/report@1",
    run: {
      ...identity,
      durationMs: Math.round(clock.monotonic() - began),
      provider: { name: description.name, version: description.version, capabilities: description.capabilities },
    },
    summary: summarise(results, cause),
    cause,
    checks: results,
  };
}

const unknownProvider: ProviderDescription = { protocol: 1, name: "unknown", version: "unknown", capabilities: [] };

/** Learns who the provider is, tells it where Meta is, and tells Meta where the provider is. */
async function introduce({ driver, meta, onProgress }: RunOptions): Promise<ProviderDescription> {
  const described = await driver.call("provider.describe", {});
  if (!described.ok) throw new DriverError("driver-refused", `Cannot begin: ${described.cause.message}`);
  const { result: description } = described;
  onProgress?.({
    kind: "provider",
    name: description.name,
    version: description.version,
    capabilities: description.capabilities,
  });

  const { profile, endpoints } = meta;
  const configuration: Configuration = {
    meta: endpoints,
    integrator: { id: profile.integrator.id, slug: profile.integrator.slug },
    profile: {
      name: profile.name,
      version: profile.version,
      product: profile.product,
      protocolVersion: profile.channel.protocolVersion,
      wire: profile.channel.wire,
      noise: profile.channel.noise,
    },
    ...budgetFor(description.capabilities).configuration,
  };
  const configured = await driver.call("provider.configure", configuration);
  if (!configured.ok)
    throw new DriverError("driver-refused", `Cannot configure the provider: ${configured.cause.message}`);
  meta.integrator({ ...configuration.integrator, endpoints: configured.result.endpoints });
  return description;
}

async function runSteps(
  options: RunOptions,
  steps: readonly Step[],
  description: ProviderDescription,
  results: CheckResult[],
): Promise<Cause | null> {
  const { meta, driver, clock, interrupt, onProgress } = options;
  const { journal } = meta;
  const budget = budgetFor(description.capabilities, options.patienceMs);
  const capabilities = new Set(description.capabilities);
  const requirementOf = requirementIndex(options.requirements);
  const provider = providerSide({
    client: driver,
    capabilities: description.capabilities,
    journal,
    clock,
    patienceMs: budget.patienceMs,
  });

  for (const [index, { scenario, checks }] of steps.entries()) {
    if (interrupt?.aborted === true) return { code: interrupted, message: "The run was interrupted" };
    onProgress?.({ kind: "step", id: scenario.id, index: index + 1, of: steps.length });
    const began = clock.monotonic();
    const first = journal.last;
    const dropped = journal.dropped;
    journal.enterStep(scenario.id);
    let blocked: Cause | undefined;
    if (scenario.needs.every((capability) => capabilities.has(capability))) {
      provider.forget();
      journal.record({ kind: "step", by: "harness", event: "begin" });
      const fresh = await driver.call("provider.reset", {});
      if (!fresh.ok) throw new DriverError("driver-refused", `Cannot go on: ${fresh.cause.message}`);
      const context = driveContext(meta, provider, first, budget.patienceMs);
      blocked = await driveStep(scenario.drive, context, clock, budget.stepMs);
      // What the provider still has to say counts as evidence; that it cannot be asked does not change the cause.
      blocked ??= await driveStep(() => provider.drainEvents(), context, clock, budget.stepMs);
      journal.record({ kind: "step", by: "harness", event: "end", ...(blocked !== undefined && { blocked }) });
      await meta.reset();
    }
    if (journal.dropped > dropped) {
      blocked = {
        code: "journal-overflow",
        message: "The exchange exceeded the journal, so its evidence is incomplete",
      };
    }
    const overflowed = blocked?.code === "journal-overflow";
    const entries = overflowed
      ? []
      : journal.entries.filter((entry) => entry.seq > first && entry.step === scenario.id);
    const durationMs = Math.round(clock.monotonic() - began);
    for (const check of checks) {
      const requirement = requirementOf(check);
      const result = judgeCheck({
        check,
        requirement,
        profile: meta.profile,
        capabilities,
        entries,
        blocked,
        durationMs,
      });
      results.push(result);
      onProgress?.({ kind: "judged", result });
    }
  }
  return null;
}

function driveContext(meta: MetaSide, provider: ProviderSide, first: number, patienceMs: number): DriveContext {
  return {
    meta,
    provider,
    patienceMs,
    wait: (kind, fits, { after, ms = patienceMs } = {}) =>
      meta.journal.wait(
        // The kind was compared first, so `fits` sees entries of its own kind only.
        (entry): entry is EntryOf<typeof kind> => entry.kind === kind && fits(entry as EntryOf<typeof kind>),
        { ms, after: Math.max(first, after?.seq ?? 0) },
      ),
  };
}

/** The checks that a stopped run never came to. */
function unrun(
  { checks, requirements, meta, onProgress }: RunOptions,
  results: readonly CheckResult[],
  description: ProviderDescription,
  cause: Cause,
): readonly CheckResult[] {
  const judged = new Set(results.map((result) => result.id));
  const requirementOf = requirementIndex(requirements);
  return checks
    .filter((check) => !judged.has(check.id))
    .map((check) => {
      // Whether the provider declares what the check needs does not matter any more.
      const capabilities = new Set([...description.capabilities, ...check.needs]);
      const requirement = requirementOf(check);
      const result = judgeCheck({
        check,
        requirement,
        profile: meta.profile,
        capabilities,
        entries: [],
        blocked: cause,
        durationMs: 0,
      });
      onProgress?.({ kind: "judged", result });
      return result;
    });
}
