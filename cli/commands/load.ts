import { type Command, Option } from "commander";
import { usualMix } from "../../load/mix.js";
import { shapes } from "../../load/schedule.js";
import { addConfigOption, withConfig } from "../config/with-config.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { duration, inFlight, type LoadCommandOptions, mix, rate, threshold, users } from "../load/options.js";
import { addProviderOptions, judgeProviderGiven, judgeProviderOptions, milliseconds } from "../provider-options.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  addConfigOption(addProviderOptions(command))
    .description(
      "Lets simulated WhatsApp users talk with a provider at a stated rate, measures how long messages take, and whether\n" +
        "each is shown exactly once and in order.",
    )
    .option("--users <number>", "users of the provider, each with a WhatsApp user of their own", users, 10)
    .option("--rate <number>", "messages in a second, both ways together, for example 200/s", rate, 10)
    .addOption(new Option("--shape <shape>", "how the rate changes").choices(shapes).default("steady"))
    .option("--for <duration>", "how long, for example 90s or 10m", duration, 60)
    .option("--mix <weights>", "what is sent (default: texts-in=70,texts-out=30)", mix, usualMix)
    .option("--threshold <text>", 'what must hold, for example "deliver.p99<500ms", repeatable', threshold)
    .option("--in-flight <number>", "what is due while so many messages are under way is dropped", inFlight, 1000)
    .option("--lag <ms>", "how late the harness itself may be (p99) before the load could not run", milliseconds, 100)
    .option(
      "--silence <ms>",
      "at the end: what has not come when nothing came for so long is lost",
      milliseconds,
      10_000,
    )
    .option("--seed <text>", "seed of ids, order and test data (default: a new one)")
    .option("--out <dir>", "folder for load.json and load-junit.xml", "load-report")
    .option("--json", "print load.json to stdout, and everything else to stderr")
    .addHelpText("after", examples)
    .action(async (given: LoadCommandOptions) => {
      judgeProviderOptions(given);
      // The folder of the configuration is that of the conformance report.
      const options = { ...(await withConfig(command, given, io.cwd)), out: given.out };
      judgeProviderGiven(options, io.env);
      const { load } = await import("../load/load.js");
      finish(await load(options, io));
    });
}

const examples = `
docs/load.md explains the figures.

Examples:
  interop load --reference --users 20 --rate 50/s --for 30s
  interop load --provider ./driver --rate 200/s --shape ramp --for 10m --threshold "deliver.p99<500ms"
  interop load --url http://127.0.0.1:8080/rpc --mix texts-in=1 --threshold "lost==0"

Exit codes: 0 passed, 1 a threshold is broken, 2 usage, 3 the harness could not keep to the rate,
4 environment or driver, 5 harness at fault`;
