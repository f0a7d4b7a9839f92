import type { CommandTree } from "./tree.js";

/** Prints the ids of all checks, each at the beginning of a line. */
export const listIds = "interop list 2>/dev/null | cut -d ' ' -f 1";

/** Arguments that are ids of checks. */
export function takesIds({ arguments: given }: CommandTree): boolean {
  return given.some(({ name }) => name === "selector" || name === "id");
}

/** The words that an argument can be. */
export function argumentChoices({ arguments: given, commands }: CommandTree): readonly string[] {
  return [...commands.map(({ name }) => name), ...given.flatMap(({ choices }) => choices)];
}

/** A description on one line, as menus show it. */
export function brief(description: string): string {
  return description.replaceAll(/\s+/g, " ").trim();
}
