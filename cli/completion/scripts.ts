import { bashScript } from "./bash.js";
import { fishScript } from "./fish.js";
import type { CommandTree } from "./tree.js";
import { zshScript } from "./zsh.js";

const writers = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/** The script that a shell reads to complete `interop`. */
export function scriptFor(shell: keyof typeof writers, commands: readonly CommandTree[]): string {
  return `${writers[shell](commands).join("\n")}\n`;
}
