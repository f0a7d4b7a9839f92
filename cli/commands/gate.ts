import type { Command } from "commander";
import { reportError } from "../error-line.js";
import { type ExitCode, exitCodes, exitCodesInWords } from "../exit-codes.js";
import { type GateOptions, gateOf, unknownCodes } from "../gate/settings.js";
import type { Io } from "../io.js";
import { define as defineRun } from "./run.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description("Runs the checks in a pipeline, and decides what the pipeline makes of the exit code.")
    .argument("[selector...]", "check id, glob, folder or requirement id (default: INTEROP_SELECT, or all checks)")
    .option("--provider <command>", "command that starts your driver (default: INTEROP_PROVIDER)")
    .option("--url <url>", "URL of a driver that is running already (default: INTEROP_URL)")
    .option("--baseline <file>", "file of known failures (default: INTEROP_BASELINE)")
    .option("--out <dir>", "folder for the report (default: INTEROP_OUT, or conformance-report)")
    .option("--allow <codes>", "exit codes that do not fail the pipeline, with commas (default: INTEROP_ALLOW)")
    .addHelpText("after", examples)
    .action(async (selectors: string[], options: GateOptions) => {
      const gate = gateOf(selectors, options, io.env);
      const [unknown] = unknownCodes(gate, Object.values(exitCodes));
      if (unknown !== undefined) command.error(`allowed exit codes: found '${unknown}', expected numbers from 0 to 6`);
      // A pipeline without a provider must not pass: here the bundled reference provider never counts.
      const code = await runWith(command, gate.args, { ...io, env: { ...io.env, CI: "true" } });
      const forgiven = code !== exitCodes.passed && gate.allowed.includes(String(code));
      if (forgiven) io.stderr.write(`interop: ended with ${code}, which the gate was told to allow\n`);
      finish(forgiven ? exitCodes.passed : code);
    });
}

/** `interop run` with these words. An error is told and turned into its code here, because that may be an allowed one. */
async function runWith(gate: Command, args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.passed;
  const run = gate.createCommand("run").copyInheritedSettings(gate);
  defineRun(run, (ended) => (code = ended), io);
  try {
    await run.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return reportError(error, io);
  }
}

const examples = `
Examples:
  interop gate --provider ./driver
  interop gate --url http://127.0.0.1:8080/rpc m1-identity --allow 3
  INTEROP_PROVIDER=./driver INTEROP_ALLOW=3 interop gate

Options win over variables. With neither a provider nor a URL, interop.config.* must name one;
the bundled reference provider does not count here.

${exitCodesInWords}`;
