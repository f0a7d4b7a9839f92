import { type Command, InvalidArgumentError } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { type LanguageName, languages, shortNames } from "../init/languages.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description("Writes the skeleton of a driver that answers in form: the place where your own code goes.")
    .argument("[dir]", "folder to write to", "interop-driver")
    .requiredOption("--language <name>", `one of ${Object.keys(languages).join(", ")}`, language)
    .addHelpText("after", examples)
    .action(async (dir: string, options: { readonly language: LanguageName }) => {
      const { init } = await import("../init/init.js");
      finish(await init(dir, options.language, io));
    });
}

function language(text: string): LanguageName {
  const name = shortNames[text.toLowerCase()] ?? text.toLowerCase();
  if (Object.hasOwn(languages, name)) return name as LanguageName;
  throw new InvalidArgumentError(`Wanted one of ${Object.keys(languages).join(", ")}.`);
}

const examples = `
Examples:
  interop init --language python
  interop init --language ts my-driver
  interop init --language java ../provider/conformance`;
