import { Command } from "commander";
import type { Io } from "../io.js";

/** The command line as data: what completion and the manual page are made of. */
export interface CommandTree {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly usage: string;
  readonly arguments: readonly {
    readonly name: string;
    readonly description: string;
    readonly choices: readonly string[];
  }[];
  readonly options: readonly OptionNode[];
  readonly commands: readonly CommandTree[];
  /** Text of the help after the options: examples and notes. */
  readonly after: string;
}

export interface OptionNode {
  /** For example `-h` and `--help`. */
  readonly names: readonly string[];
  /** As the help shows them, with the name of the value. */
  readonly flags: string;
  readonly description: string;
  readonly choices: readonly string[];
  readonly value: "none" | "optional" | "required";
  /** What the value names. */
  readonly completes: "files" | "folders" | "nothing";
}

/** A command of the list, by its form: the list itself leads here. */
export interface Loadable {
  readonly name: string;
  readonly summary: string;
  load(): Promise<{ define(command: Command, finish: () => void, io: Io, all: readonly Loadable[]): void }>;
}

/** Loads every command, which the command line itself never does. */
export async function readTree(entries: readonly Loadable[], io: Io): Promise<readonly CommandTree[]> {
  return Promise.all(
    entries.map(async ({ name, summary, load }) => {
      const command = new Command(name).summary(summary).helpOption("-h, --help", "print help");
      (await load()).define(command, () => undefined, io, entries);
      return treeOf(command);
    }),
  );
}

function treeOf(command: Command): CommandTree {
  const help = command.createHelp();
  return {
    name: command.name(),
    summary: command.summary(),
    description: command.description(),
    usage: help.commandUsage(command),
    arguments: command.registeredArguments.map((argument) => ({
      name: argument.name(),
      description: argument.description,
      choices: argument.argChoices ?? [],
    })),
    options: help.visibleOptions(command).map((option) => ({
      names: [option.short, option.long].flatMap((name) => name ?? []),
      flags: option.flags,
      description: help.optionDescription(option),
      choices: option.argChoices ?? [],
      value: option.required ? "required" : option.optional ? "optional" : "none",
      completes: completesOf(option.flags),
    })),
    commands: command.commands.map((below) => treeOf(below)),
    after: afterHelp(command),
  };
}

/** The name of the value says what it is. */
function completesOf(flags: string): OptionNode["completes"] {
  const name = /[<[]([^>\]]+)[>\]]/.exec(flags)?.[1] ?? "";
  if (/\bdir\b|folder/.test(name)) return "folders";
  return /file/.test(name) ? "files" : "nothing";
}

/** Commander keeps such text only as listeners of the help. */
function afterHelp(command: Command): string {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text.slice(command.helpInformation().length).trim();
}
