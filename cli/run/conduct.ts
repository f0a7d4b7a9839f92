import type { Check } from "../../harness/checks/check.js";
import { selectChecks } from "../../harness/checks/plan.js";
import type { Verdict } from "../../harness/model/result.js";
import type { LoadedProfile } from "../../profiles/built-in.js";
import { loadProfile } from "../../profiles/load.js";
import { withDocument } from "../../profiles/resolve.js";
import { checks as allChecks, requirements } from "../../suites/index.js";
import type { Baseline } from "../baseline/read.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { Resumed } from "../manual/resume.js";
import { reportFolder } from "../report-out.js";
import { judgeProviderGiven } from "../provider-options.js";
import { recordingOf } from "../recording.js";
import { terminalOf } from "../terminal.js";
import { runOnce } from "./once.js";
import type { RunCommandOptions, RunInput } from "./options.js";
import { showingOf } from "./reporter.js";
import { narrowed } from "./selection.js";

/** `interop run`, from options to exit code. Mistakes in options and files show before anything is started. */
export async function conduct(options: RunCommandOptions, io: Io): Promise<ExitCode> {
  const { json } = showingOf(options, false);
  const terminal = recordingOf(terminalOf(json ? io.stderr : io.stdout, io.env));
  const named = await loadProfile(options.profile);
  const loaded = options.document === undefined ? named : withDocument(named, options.document);
  const resumed = options.resume === true ? await earlierRun(options, loaded) : undefined;
  const checks = resumed?.checks ?? (await chosenChecks(options));
  if (options.listTests === true) {
    const { listTests } = await import("./list-tests.js");
    io.stdout.write(listTests(checks, requirements, json));
    return exitCodes.passed;
  }
  const baseline = await chosenBaseline(options);
  if (options.manual !== true) judgeProviderGiven(options, io.env);
  if (checks.length === 0) {
    terminal.write(
      resumed !== undefined
        ? `Nothing to go on with: every check in ${options.out} was judged\n`
        : options.shard === undefined
          ? `Nothing to re-run: every check in ${options.out} passed\n`
          : "Nothing to run: this part has no checks\n",
    );
    return exitCodes.passed;
  }
  await reportFolder(options.out);
  const input: RunInput = {
    io,
    options,
    loaded,
    checks,
    terminal,
    baseline,
    ...(resumed !== undefined && { resumed }),
  };
  if (options.watch === undefined) return (await runOnce(input)).code;
  const { watch } = await import("./watch.js");
  return watch(input);
}

async function earlierRun({ out }: RunCommandOptions, loaded: LoadedProfile): Promise<Resumed> {
  const { resumedFrom } = await import("../manual/resume.js");
  return resumedFrom(out, allChecks, loaded);
}

async function chosenBaseline({ baseline }: RunCommandOptions): Promise<Baseline | undefined> {
  if (baseline === undefined) return undefined;
  const { readBaseline } = await import("../baseline/read.js");
  return readBaseline(
    baseline,
    allChecks.map(({ id }) => id),
  );
}

async function chosenChecks(options: RunCommandOptions): Promise<readonly Check[]> {
  const { selectors, onlyFailed, shard, out } = options;
  let chosen = narrowed(selectChecks(allChecks, selectors), requirements, options);
  if (shard !== undefined) {
    const { ofShard } = await import("./shard.js");
    chosen = ofShard(chosen, shard);
  }
  return onlyFailed === true ? openInLastReport(chosen, out) : chosen;
}

const open: ReadonlySet<Verdict> = new Set(["fail", "unstable", "could-not-run"]);

/**
 * Those of `checks` that the last report in `folder` left open: failed, unstable or not run.
 *
 * @throws CliError `no-earlier-report` when there is no report, or it cannot be read.
 */
export async function openInLastReport(checks: readonly Check[], folder: string): Promise<readonly Check[]> {
  const { readReportFile } = await import("../report-folder.js");
  const report = await readReportFile(folder, "run once without --only-failed", "no-earlier-report");
  const ids = new Set(report.checks.filter(({ verdict }) => open.has(verdict)).map(({ id }) => id));
  return checks.filter(({ id }) => ids.has(id));
}
