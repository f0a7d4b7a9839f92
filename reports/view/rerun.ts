import type { RunInfo } from "../../harness/model/result.js";
import { shellWord } from "../text/shell-word.js";

/** The command that runs these checks again, held to the same things, against the same provider. */
export function rerunCommand({ options = [] }: Pick<RunInfo, "options">, ids: readonly string[]): string {
  return ["interop run", ...ids, ...options.map(shellWord)].join(" ");
}
