import { type Command, Option } from "commander";
import { documentVersions, levels } from "../../harness/model/requirement.js";
import { addConfigOption, withConfig } from "../config/with-config.js";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodesInWords } from "../exit-codes.js";
import type { Io } from "../io.js";
import { addProviderOptions, judgeProviderOptions } from "../provider-options.js";
import type { RunCommandOptions } from "../run/options.js";
import { reporterNames, reporters } from "../run/reporter.js";
import { failures, pattern } from "../run/selection.js";
import { shard } from "../run/shard.js";
import { capabilitiesByHand } from "../manual/capabilities.js";
import { jobs, workersOfReference } from "../jobs.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  addConfigOption(addProviderOptions(command))
    .description(
      "Tests a provider against the simulated Meta endpoint and writes the conformance report.\n" +
        "--reference tests the bundled reference provider, if you have none yet.",
    )
    .argument("[selector...]", "check id, glob, folder or requirement id (default: all checks)")
    .option("--out <dir>", "folder for the report", "conformance-report")
    .option("--baseline <file>", 'file of known failures; see "interop baseline --help"')
    .option("--seed <text>", "seed of ids, order and test data (default: a new one)")
    .option("-g, --grep <pattern>", "only checks whose id, requirement or sentence fits a regular expression", pattern)
    .addOption(new Option("--level <level>", "only checks of requirements of this level").choices(levels))
    .option("--only-failed", "only the checks that failed, were unstable or could not run in the last report of --out")
    .addOption(
      new Option(
        "--document <version>",
        "judge the rules of this version of Meta's document (default: the profile's)",
      ).choices(documentVersions),
    )
    .option("--slow", "also run slow checks, such as the one of a 100 MiB file")
    .option("--shard <i/n>", 'run only part i of n; "interop merge" combines the reports of all parts', shard)
    .option(
      "--jobs <number>",
      `processes of the provider to run side by side, not with --url (default: ${workersOfReference} for the reference provider, otherwise 1)`,
      jobs,
    )
    .option("--bail [number]", "stop after so many checks that failed (default: 1)", failures)
    .option("--list-tests", "print the selected checks instead of running them; with --json, as a tree for editors")
    .option("--watch [dir]", "watch dir (default: .) and re-run checks that did not pass when a file in it changes")
    .addOption(
      new Option(
        "--reporter <names>",
        "how to show the run, with commas (default: one line that changes on a terminal, otherwise list)",
      )
        .choices(reporters)
        .argParser(reporterNames),
    )
    .option("--quiet", "print only what failed, and the outcome")
    .option("--open", "show report.html in a browser afterwards")
    .addOption(
      new Option(
        "--annotations <kind>",
        "annotations for a code host (default: github if GITHUB_ACTIONS is set, otherwise none)",
      ).choices(["github", "none"]),
    )
    .option("--manual", "a person is the driver: a page and the terminal show one step at a time")
    .option(
      "--capabilities <names>",
      "with --manual: what the app can do, with commas (default: what a person can do in nearly every app)",
      capabilitiesByHand,
    )
    .option("--resume", "with --manual: go on with the run whose report is in --out, with what was not judged")
    .option("--json", "print report.json to stdout, and everything else to stderr")
    .addHelpText("after", examples)
    .action(async (selectors: string[], given: Omit<RunCommandOptions, "selectors">) => {
      judgeProviderOptions(given);
      const options = await withConfig(command, given, io.cwd);
      assertCompatible(options, selectors);
      const { conduct } = await import("../run/conduct.js");
      finish(await conduct({ ...options, selectors }, io));
    });
}

/** @throws CliError `conflicting-options`. */
function assertCompatible(options: Omit<RunCommandOptions, "selectors">, selectors: readonly string[]): void {
  const { watch, url, jobs: workers = 1, provider, reference, manual, capabilities, reporter } = options;
  const json = options.json ?? (reporter?.includes("json") === true || undefined);
  if (watch !== undefined && json === true) throw conflict("--watch and --json");
  if (watch !== undefined && options.open === true) throw conflict("--watch and --open");
  if (reporter?.includes("dot") === true && reporter.includes("list")) throw conflict("--reporter dot and list");
  // The harness cannot start further processes of a provider that it did not start.
  if (url !== undefined && workers > 1) throw conflict("--url and --jobs");
  if (manual !== true) {
    if (capabilities !== undefined) {
      throw new CliError(
        "conflicting-options",
        "--capabilities needs --manual; a driver declares its own capabilities",
      );
    }
    if (options.resume === true)
      throw new CliError("conflicting-options", "--resume needs --manual; see --only-failed");
    return;
  }
  if (options.resume === true) assertResumable(options, selectors);
  const others = { provider, url, reference, watch, json, jobs: workers > 1 || undefined };
  const other = Object.entries(others).find(([, value]) => value !== undefined)?.[0];
  if (other !== undefined) throw conflict(`--manual and --${other}`);
}

/** The run that goes on has a selection and capabilities already. */
function assertResumable(options: Omit<RunCommandOptions, "selectors">, selectors: readonly string[]): void {
  const others = {
    "--only-failed": options.onlyFailed,
    "--shard": options.shard,
    "--grep": options.grep,
    "--level": options.level,
    "--capabilities": options.capabilities,
    "a selection of checks": selectors[0],
  };
  const other = Object.entries(others).find(([, value]) => value !== undefined)?.[0];
  if (other !== undefined) throw conflict(`--resume and ${other}`);
}

function conflict(both: string): CliError {
  return new CliError("conflicting-options", `${both} cannot be combined`);
}

const examples = `
Examples:
  interop run --reference
  interop run --provider "java -jar driver.jar" --out build/conformance
  interop run --url http://127.0.0.1:8080/rpc m1-identity
  interop run 'm3-messaging/text-*' M2-05
  interop run --only-failed
  interop run m2-channel --watch src
  interop run --provider ./driver --jobs 2
  interop run --baseline interop.baseline.yaml
  interop run --json > report.json
  interop run --grep 'receipt' --level MUST --bail
  interop run --reporter dot,teamcity
  interop run --manual m1-identity m2-channel/login
  interop run --manual --resume

The harness retries a check once if it failed, or if something it waited for came too late; the
report says so. A word after --watch is its folder: put selectors before it.
Ctrl-C once stops after the current scenario and writes the report; twice stops at once.

${exitCodesInWords}`;
