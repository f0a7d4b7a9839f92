import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { ShowOptions } from "../profile/show.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description(
      "Shows the values of a profile, each with its grade and source. With --assumed: only those that are not published, and what " +
        "would change its verdict if Meta has another value.",
    )
    .argument("[profile]", "bundled profile, or a file", "whatsapp")
    .option("--assumed", "only values that are not published, with what rests on them")
    .option("--json", "print JSON")
    .addHelpText("after", examples)
    .action(async (profile: string, options: ShowOptions) => {
      const { showProfile } = await import("../profile/show.js");
      finish(await showProfile(profile, options, io));
    });
  command
    .command("check")
    .summary("compare a profile of your own with the bundled one below it")
    .description(
      "Reads a profile file. Says what it changes and what it confirms, or names each bad field with its line (exit code 2).",
    )
    .argument("<file>", "the profile file")
    .option("--json", "print JSON")
    .action(async (file: string, options: { readonly json?: true }, of: Command) => {
      const { checkProfile } = await import("../profile/check.js");
      // Commander gives an option that both commands have to the outer one.
      finish(await checkProfile(file, { ...of.optsWithGlobals(), ...options }, io));
    });
}

const examples = `
Examples:
  interop profile messenger --assumed          what to look up in your documents, and where it matters
  interop profile check ours.json              what your own profile changes
  interop run --profile ours.json              the report says which values are your own`;
