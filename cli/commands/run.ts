import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.js";
import { addProviderOptions, judgeProviderOptions } from "../provider-options.js";
import type { RunCommandOptions } from "../run/options.js";

export function define(command: Command, finish: (code: ExitCode) => void): void {
  addProviderOptions(command)
    .description(
      "Tests a provider against the simulated Meta endpoint and writes the conformance report.\n" +
        "Without --provider and --url it tests the reference provider that comes along.",
    )
    .argument("[selector...]", "check id, glob, folder or requirement id; all checks when none is given")
    .option("--out <dir>", "folder for the report", "conformance-report")
    .option("--baseline <file>", 'file of known failures; see "interop baseline --help"')
    .option("--seed <text>", "seed of ids, order and test data; a new one when none is given")
    .option("--only-failed", "only the checks that were not green in the last report of --out")
    .option("--json", "print report.json to stdout, and everything else to stderr")
    .addHelpText("after", examples)
    .action(async (selectors: string[], options: Omit<RunCommandOptions, "selectors">) => {
      judgeProviderOptions(options);
      const { conduct } = await import("../run/conduct.js");
      finish(await conduct({ ...options, selectors }));
    });
}

const examples = `
Examples:
  interop run
  interop run --provider "java -jar driver.jar" --out build/conformance
  interop run --url http://127.0.0.1:8080/rpc m1-identity
  interop run 'm3-messaging/text-*' M2-05
  interop run --only-failed
  interop run --json > report.json

Ctrl-C once stops after the current exchange and writes the report of what ran; twice stops at once.`;
