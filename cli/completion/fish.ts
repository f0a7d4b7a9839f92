import type { CommandTree, OptionNode } from "./tree.js";
import { brief, listIds, takesIds } from "./words.js";

/** A line for each command, option and argument. */
export function fishScript(commands: readonly CommandTree[]): readonly string[] {
  return [
    "# fish completion of interop",
    "complete -c interop -e",
    ...commands.map(
      ({ name, summary }) => `complete -c interop -n __fish_use_subcommand -f -a ${word(name)} -d ${word(summary)}`,
    ),
    "complete -c interop -n __fish_use_subcommand -s h -l help -d 'print help'",
    "complete -c interop -n __fish_use_subcommand -s V -l version -d 'print the version'",
    ...commands.flatMap((command) => [
      ...linesOf(command, `__fish_seen_subcommand_from ${command.name}`),
      ...command.commands.flatMap((below) =>
        linesOf(below, `__fish_seen_subcommand_from ${command.name}; and __fish_seen_subcommand_from ${below.name}`),
      ),
    ]),
  ];
}

function linesOf(command: CommandTree, condition: string): readonly string[] {
  const head = `complete -c interop -n ${word(condition)}`;
  return [
    ...command.options.map((option) => `${head}${optionWords(option)}`),
    ...command.commands.map(({ name, summary }) => `${head} -f -a ${word(name)} -d ${word(summary)}`),
    ...command.arguments.flatMap(({ choices }) =>
      choices.length === 0 ? [] : [`${head} -f -a ${word(choices.join(" "))}`],
    ),
    ...(takesIds(command) ? [`${head} -f -a ${word(`(${listIds})`)}`] : []),
  ];
}

function optionWords({ names, description, choices, value, completes }: OptionNode): string {
  const flags = names.map((name) => (name.startsWith("--") ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`)).join("");
  return `${flags}${valueWords(value, choices, completes)} -d ${word(brief(description))}`;
}

function valueWords(
  value: OptionNode["value"],
  choices: readonly string[],
  completes: OptionNode["completes"],
): string {
  if (value === "none") return "";
  if (choices.length > 0) return ` -x -a ${word(choices.join(" "))}`;
  if (completes === "folders") return " -x -a '(__fish_complete_directories)'";
  if (completes === "files") return " -r -F";
  return value === "required" ? " -x" : "";
}

/** In single quotes, fish knows two escapes. */
function word(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
