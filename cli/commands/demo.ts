import type { Command } from "commander";
import type { DemoOptions } from "../demo/demo.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description("Tests a good provider and a broken one, and names their reports, to be opened side by side.")
    .option("--out <dir>", "folder for the two reports", "interop-demo")
    .addHelpText("after", examples)
    .action(async (options: DemoOptions) => {
      const { demo } = await import("../demo/demo.js");
      finish(await demo(options, io));
    });
}

const examples = `
Examples:
  interop demo
  interop demo --out /tmp/interop-demo

Takes about half a minute on an idle machine, longer on a busy one; needs nothing but this program.`;
