import { type Command, Option } from "commander";
import { addConfigOption, withConfig } from "../config/with-config.js";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodesInWords } from "../exit-codes.js";
import type { Io } from "../io.js";
import { addProviderOptions, judgeProviderOptions } from "../provider-options.js";
import type { RunCommandOptions } from "../run/options.js";
import { jobs } from "../jobs.js";
import { shard } from "../shard/shard.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  addConfigOption(addProviderOptions(command))
    .description(
      "Tests a provider against the simulated Meta endpoint and writes the conformance report.\n" +
        "Without --provider and --url it tests the reference provider that comes along.",
    )
    .argument("[selector...]", "check id, glob, folder or requirement id; all checks when none is given")
    .option("--out <dir>", "folder for the report", "conformance-report")
    .option("--baseline <file>", 'file of known failures; see "interop baseline --help"')
    .option("--seed <text>", "seed of ids, order and test data; a new one when none is given")
    .option("--only-failed", "only the checks that failed, were unstable or could not run in the last report of --out")
    .option("--slow", "also the checks that take long, such as that of a file of 100 MiB")
    .option("--shard <i/n>", 'only part i of n; "interop merge" makes one report of the parts', shard)
    .option(
      "--jobs <number>",
      "providers to start and drive side by side, not with --url; 3 for the reference provider, otherwise 1",
      jobs,
    )
    .option(
      "--watch [dir]",
      "then wait, and run what did not pass again whenever a file below dir changes; the current folder unless told",
    )
    .addOption(
      new Option(
        "--annotations <kind>",
        "annotations for a code host; github when GITHUB_ACTIONS is set, otherwise none",
      ).choices(["github", "none"]),
    )
    .option("--json", "print report.json to stdout, and everything else to stderr")
    .addHelpText("after", examples)
    .action(async (selectors: string[], given: Omit<RunCommandOptions, "selectors">) => {
      judgeProviderOptions(given);
      const options = await withConfig(command, given, io.cwd);
      judgeTogether(options);
      const { conduct } = await import("../run/conduct.js");
      finish(await conduct({ ...options, selectors }, io));
    });
}

/** @throws CliError `conflicting-options`. */
function judgeTogether({ watch, json, url, jobs: lanes = 1 }: Omit<RunCommandOptions, "selectors">): void {
  if (watch !== undefined && json === true) throw conflict("--watch and --json");
  // Who was started by somebody else cannot be started once more.
  if (url !== undefined && lanes > 1) throw conflict("--url and --jobs");
}

function conflict(both: string): CliError {
  return new CliError("conflicting-options", `Running: found both ${both}; wanted one of them; leave one out`);
}

const examples = `
Examples:
  interop run
  interop run --provider "java -jar driver.jar" --out build/conformance
  interop run --url http://127.0.0.1:8080/rpc m1-identity
  interop run 'm3-messaging/text-*' M2-05
  interop run --only-failed
  interop run m2-channel --watch src
  interop run --provider ./driver --jobs 2
  interop run --baseline interop.baseline.yaml
  interop run --json > report.json

What fails, or could not run because something came too late, is driven once more, and the report
says so. A word after --watch is its folder; put selectors before it.
Ctrl-C once stops after the current exchange and writes the report of what ran; twice stops at once.

${exitCodesInWords}`;
