import type { CheckResult, RunInfo } from "../../harness/model/result.js";
import { oneLine, shellWord } from "../text/printable.js";

/** Name and version; a provider that never introduced itself has no version. */
export function providerLabel({ provider }: Pick<RunInfo, "provider">): string {
  return `${provider.name} ${provider.version}`.trim();
}

/** Where it is not known how the command line is called. */
export const usualCommand = "interop";

/** The bundled reference provider, as this installation is called. */
export function referenceCommand({ command = usualCommand }: Pick<RunInfo, "command">): string {
  return command.startsWith("node ")
    ? command.replace("cli/bin.js", "reference-provider/bin.js")
    : command.replace(/interop$/, "interop-reference-provider");
}

/**
 * The command that runs these checks again, with the same options, against the same provider. A check that failed only once
 * gets the same seed, so that chance changes nothing.
 */
export function rerunCommand(
  { command = usualCommand, options = [], seed }: Pick<RunInfo, "command" | "options" | "seed">,
  checks: readonly Pick<CheckResult, "id" | "verdict">[],
): string {
  const wavers = checks.some(({ verdict }) => verdict === "unstable") && !options.includes("--seed");
  const words = [...options, ...(wavers ? ["--seed", seed] : [])].map(shellWord);
  return [`${oneLine(command)} run`, ...checks.map(({ id }) => id), ...words].join(" ");
}

export interface TimeSpent {
  /** Scenarios that were driven; several checks may share one. */
  readonly scenarios: number;
  /** Longest first. */
  readonly slowest: readonly { readonly scenario: string; readonly ms: number }[];
}

/** Where the time of a run went, by scenario. */
export function timeSpent(checks: readonly CheckResult[]): TimeSpent {
  const longest = new Map<string, number>();
  for (const { scenario, durationMs } of checks) {
    if (durationMs > 0) longest.set(scenario, Math.max(durationMs, longest.get(scenario) ?? 0));
  }
  const slowest = [...longest].map(([scenario, ms]) => ({ scenario, ms })).sort((one, other) => other.ms - one.ms);
  return { scenarios: longest.size, slowest: slowest.slice(0, 3) };
}
