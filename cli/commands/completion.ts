import { Argument, type Command } from "commander";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Loadable } from "../completion/tree.js";
import type { Io } from "../io.js";

const shells = ["bash", "zsh", "fish"] as const;

export function define(command: Command, finish: (code: ExitCode) => void, io: Io, all: readonly Loadable[]): void {
  command
    .description("Prints a script that completes commands, options, their values and check ids in a shell.")
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .addHelpText("after", examples)
    .action(async (shell: (typeof shells)[number]) => {
      const { readTree } = await import("../completion/tree.js");
      const { scriptFor } = await import("../completion/scripts.js");
      io.stdout.write(scriptFor(shell, await readTree(all, io)));
      finish(exitCodes.passed);
    });
}

const examples = `
Examples:
  source <(interop completion bash)          # in ~/.bashrc
  source <(interop completion zsh)           # in ~/.zshrc, after compinit
  interop completion fish > ~/.config/fish/completions/interop.fish`;
