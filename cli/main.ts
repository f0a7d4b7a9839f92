import { Command, type OutputConfiguration } from "commander";
import { suggestion } from "../core/nearest.js";
import { type CommandEntry, commandEntries } from "./command.js";
import { reportError } from "./error-line.js";
import { guarded } from "./guarded-output.js";
import { type ExitCode, exitCodes, exitCodesInWords } from "./exit-codes.js";
import type { Io } from "./io.js";
import { terminalOf } from "./terminal.js";
import { harnessVersion } from "./version.js";

/** Runs the command line `args` (without node and script) and returns the exit code. Never rejects. */
export async function main(args: readonly string[], processIo: Io): Promise<ExitCode> {
  const io = guarded(processIo);
  let code: ExitCode = exitCodes.passed;
  try {
    const program = await programFor(args, io, (given) => {
      code = given;
    });
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return reportError(error, io);
  }
}

/** Only the command that was asked for is loaded; the others appear by name and summary. */
async function programFor(args: readonly string[], io: Io, finish: (code: ExitCode) => void): Promise<Command> {
  const program = new Command("interop")
    .description("Conformance harness for messaging interoperability under Article 7 of the Digital Markets Act.")
    .version(harnessVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput(helpOn(io, (text) => oneErrorLine(text, asked)))
    .addHelpText("after", rootExamples);
  const names = args.filter((arg) => !arg.startsWith("-"));
  const asked = names[0] === "help" ? names[1] : names[0];
  for (const entry of commandEntries) {
    const command = subcommand(program, entry);
    if (entry.name === asked) (await entry.load()).define(command, finish, io, commandEntries);
  }
  // Commander would print the general help, and say nothing of the slip.
  if (names[0] === "help" && asked !== undefined && !known.includes(asked)) {
    program.error(`unknown command '${asked}'${suggestion(asked, known)}`);
  }
  return program;
}

/** Commander would write to the streams of the process, and ask those how wide they are. */
function helpOn({ stdout, stderr, env }: Io, errorLine: (text: string) => string): OutputConfiguration {
  const [out, err] = [terminalOf(stdout, env), terminalOf(stderr, env)];
  return {
    writeOut: out.write,
    writeErr: err.write,
    outputError: (text, write) => write(errorLine(text)),
    getOutHelpWidth: () => stdout.columns ?? 80,
    getErrHelpWidth: () => stderr.columns ?? 80,
    getOutHasColors: () => out.colour,
    getErrHasColors: () => err.colour,
  };
}

function subcommand(program: Command, { name, summary }: CommandEntry): Command {
  // Settings of the program, exitOverride and output among them, are inherited by `command` only, not by `addCommand`.
  return program.command(name).summary(summary).helpOption("-h, --help", "print help");
}

const known = commandEntries.map(({ name }) => name);

/** Commander says `error: …` in sentences, and its suggestion on a second line. */
function oneErrorLine(text: string, asked: string | undefined): string {
  const line = text
    .trim()
    .replace(/^error: /, "")
    .replace(/ is invalid\. (\w)/, (_match, initial: string) => ` is invalid: ${initial.toLowerCase()}`)
    .replace(/\.$/, "")
    .replaceAll(/\s*\n\s*/g, " ");
  const help =
    asked !== undefined && known.includes(asked)
      ? `"interop ${asked} --help" lists its options`
      : '"interop --help" lists commands and options';
  return `interop: ${line}; ${help}\n`;
}

const rootExamples = `
Examples:
  interop run --reference                       test the bundled reference provider
  interop run --provider "python my_driver.py"  test your own
  interop run m2-channel                        only the checks of one milestone
  interop explain M2-05                         what a rule asks for, and how to meet it

${exitCodesInWords}`;
