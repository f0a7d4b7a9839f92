import type { CheckResult, RunInfo } from "../../harness/model/result.js";
import { shellWord } from "../text/shell-word.js";

/**
 * The command that runs these checks again, held to the same things, against the same provider. What failed only once is
 * run with the same seed, so that chance is no part of what comes of it.
 */
export function rerunCommand(
  { options = [], seed }: Pick<RunInfo, "options" | "seed">,
  checks: readonly Pick<CheckResult, "id" | "verdict">[],
): string {
  const wavers = checks.some(({ verdict }) => verdict === "unstable") && !options.includes("--seed");
  const words = [...options, ...(wavers ? ["--seed", seed] : [])].map(shellWord);
  return ["interop run", ...checks.map(({ id }) => id), ...words].join(" ");
}
