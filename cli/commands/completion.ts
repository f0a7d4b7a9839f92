import { Argument, type Command } from "commander";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Loadable } from "../completion/tree.js";
import type { Io } from "../io.js";

const writers = {
  bash: async () => (await import("../completion/bash.js")).bashScript,
  zsh: async () => (await import("../completion/zsh.js")).zshScript,
  fish: async () => (await import("../completion/fish.js")).fishScript,
} as const;

export function define(command: Command, finish: (code: ExitCode) => void, io: Io, all: readonly Loadable[]): void {
  command
    .description("Prints a script that completes commands, options, their values and check ids in a shell.")
    .addArgument(new Argument("<shell>", "the shell").choices(Object.keys(writers)))
    .addHelpText("after", examples)
    .action(async (shell: keyof typeof writers) => {
      const { readTree } = await import("../completion/tree.js");
      const lines = (await writers[shell]())(await readTree(all, io));
      io.stdout.write(`${lines.join("\n")}\n`);
      finish(exitCodes.passed);
    });
}

const examples = `
Examples:
  source <(interop completion bash)          # in ~/.bashrc
  source <(interop completion zsh)           # in ~/.zshrc, after compinit
  interop completion fish > ~/.config/fish/completions/interop.fish`;
