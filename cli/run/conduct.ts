import type { Check } from "../../harness/model/check.js";
import { selectChecks } from "../../harness/runner/select.js";
import { loadProfile } from "../../profiles/load.js";
import { checks as allChecks } from "../../suites/index.js";
import type { Baseline } from "../baseline/read.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { outputFolder } from "../output-folder.js";
import { recordingOf } from "../recording.js";
import { terminalOf } from "../terminal.js";
import { runOnce } from "./once.js";
import type { RunCommandOptions } from "./options.js";

/**
 * `interop run`: everything from options to exit code. What the user configured is judged before anything is started.
 */
export async function conduct(options: RunCommandOptions, io: Io): Promise<ExitCode> {
  const terminal = recordingOf(terminalOf(options.json === true ? io.stderr : io.stdout, io.env));
  const loaded = await loadProfile(options.profile);
  const checks = await chosenChecks(options);
  const baseline = await chosenBaseline(options);
  if (checks.length === 0) {
    terminal.write(
      options.shard === undefined
        ? `Nothing to run again: the last report in ${options.out} left no check open\n`
        : "Nothing to run: this part has no check\n",
    );
    return exitCodes.passed;
  }
  await outputFolder(options.out, "the report");
  const input = { io, options, loaded, checks, terminal, baseline };
  if (options.watch === undefined) return (await runOnce(input)).code;
  const { watch } = await import("../watch/watch.js");
  return watch(input);
}

/** Read before anything is started: a slip in it should not cost a run. */
async function chosenBaseline({ baseline }: RunCommandOptions): Promise<Baseline | undefined> {
  if (baseline === undefined) return undefined;
  const { readBaseline } = await import("../baseline/read.js");
  return readBaseline(
    baseline,
    allChecks.map(({ id }) => id),
  );
}

async function chosenChecks({ selectors, onlyFailed, shard, out }: RunCommandOptions): Promise<readonly Check[]> {
  let chosen = selectChecks(allChecks, selectors);
  if (shard !== undefined) {
    const { ofShard } = await import("../shard/shard.js");
    chosen = ofShard(chosen, shard);
  }
  if (onlyFailed !== true) return chosen;
  const { openInLastReport } = await import("./only-failed.js");
  return openInLastReport(chosen, out);
}
