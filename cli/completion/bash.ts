import { singleQuoted } from "../../reports/text/printable.js";
import type { CommandTree, OptionNode } from "./tree.js";
import { argumentChoices, listIds, takesIds } from "./words.js";

/** A function that finds the command among the words before the cursor, and offers what may follow. */
export function bashScript(commands: readonly CommandTree[]): readonly string[] {
  const all = commands.flatMap((command) =>
    [command, ...command.commands].map((each) => ({
      path: each === command ? command.name : `${command.name} ${each.name}`,
      command: each,
    })),
  );
  const nested = commands.filter((command) => command.commands.length > 0).map(({ name }) => name);
  return [
    "# bash completion of interop",
    "_interop() {",
    "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}",
    '  local path="" options="" words="" ids="" at',
    "  COMPREPLY=()",
    "  for ((at = 1; at < COMP_CWORD; at++)); do",
    "    [[ ${COMP_WORDS[at]} == -* ]] && continue",
    '    if [[ -z $path ]]; then path=${COMP_WORDS[at]}; else path="$path ${COMP_WORDS[at]}"; fi',
    `    case $path in ${nested.length === 0 ? "''" : nested.join("|")}) continue ;; esac`,
    "    break",
    "  done",
    '  case "$path:$previous" in',
    ...all.flatMap(({ path, command }) => command.options.flatMap((option) => valueCase(path, option))),
    "  esac",
    "  case $path in",
    `    '') words=${singleQuoted([...commands.map(({ name }) => name), "help"].join(" "))}; options='--help --version' ;;`,
    ...all.map(({ path, command }) => commandCase(path, command)),
    "  esac",
    "  if [[ $current == -* ]]; then",
    '    COMPREPLY=($(compgen -W "$options" -- "$current"))',
    "  else",
    `    [[ -n $ids ]] && words="$words $(${listIds})"`,
    '    COMPREPLY=($(compgen -W "$words" -- "$current"))',
    "  fi",
    "}",
    "complete -o default -F _interop interop",
  ];
}

function valueCase(path: string, { names, value, choices, completes }: OptionNode): readonly string[] {
  if (value === "none") return [];
  const patterns = names.map((name) => singleQuoted(`${path}:${name}`)).join("|");
  const offer = choices.length > 0 ? `-W ${singleQuoted(choices.join(" "))}` : files[completes];
  if (offer !== undefined) return [`    ${patterns}) COMPREPLY=($(compgen ${offer} -- "$current")); return ;;`];
  // A value that may be left out is followed by anything.
  return value === "optional" ? [] : [`    ${patterns}) return ;;`];
}

const files = { files: "-f", folders: "-d", nothing: undefined } as const;

function commandCase(path: string, command: CommandTree): string {
  const options = command.options.flatMap(({ names }) => names).join(" ");
  const ids = takesIds(command) ? "; ids=1" : "";
  return `    ${singleQuoted(path)}) words=${singleQuoted(argumentChoices(command).join(" "))}; options=${singleQuoted(options)}${ids} ;;`;
}
