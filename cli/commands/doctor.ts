import type { Command } from "commander";
import { addConfigOption, withConfig } from "../config/with-config.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import {
  addProviderOptions,
  judgeProviderGiven,
  judgeProviderOptions,
  type ProviderOptions,
} from "../provider-options.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  addConfigOption(addProviderOptions(command))
    .description(
      "Tries out a provider's driver before the first run: does it start, answer in form and in time, and say so when\n" +
        "it does not offer something? No conformance verdicts.",
    )
    .addHelpText("after", examples)
    .action(async (given: ProviderOptions) => {
      judgeProviderOptions(given);
      const options = await withConfig(command, given, io.cwd);
      judgeProviderGiven(options, io.env);
      const { doctor } = await import("../doctor/doctor.js");
      finish(await doctor(options, io));
    });
}

const examples = `
Examples:
  interop doctor --provider "python my_driver.py"
  interop doctor --url http://127.0.0.1:8080/rpc

Exit codes: 0 all is well, 4 something has to be mended first.`;
