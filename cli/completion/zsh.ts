import { singleQuoted } from "../../reports/text/printable.js";
import type { CommandTree, OptionNode } from "./tree.js";
import { argumentChoices, brief, listIds, takesIds } from "./words.js";

/** One function, which gives `_arguments` what the command before the cursor takes. */
export function zshScript(commands: readonly CommandTree[]): readonly string[] {
  return [
    "#compdef interop",
    "_interop_ids() {",
    "  local -a ids",
    `  ids=(\${(f)"$(${listIds})"})`,
    "  compadd -a ids",
    "}",
    "_interop() {",
    "  local -a commands",
    "  commands=(",
    ...commands.map(({ name, summary }) => `    ${singleQuoted(`${name}:${summary.replaceAll(":", "\\:")}`)}`),
    "  )",
    "  if (( CURRENT == 2 )); then",
    "    _describe -t commands command commands",
    "    _arguments '(-h --help)'{-h,--help}'[print help]' '(-V --version)'{-V,--version}'[print the version]'",
    "    return",
    "  fi",
    "  local command=$words[2]",
    "  shift words",
    "  (( CURRENT-- ))",
    "  case $command in",
    ...commands.flatMap((command) => caseOf(command)),
    "  esac",
    "}",
    'if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _interop "$@"; else compdef _interop interop; fi',
  ];
}

function caseOf(command: CommandTree): readonly string[] {
  const below = command.commands.flatMap(({ options }) => options);
  // Options of a command below are offered beside its name: few commands have any.
  const specs = [...new Map([...command.options, ...below].map((option) => [option.flags, option])).values()].map(
    optionSpec,
  );
  return [
    `    ${command.name})`,
    "      _arguments -s \\",
    ...[...specs, ...argumentSpec(command)].map((spec) => `        ${spec} \\`),
    "      ;;",
  ].map((line, at, lines) => (lines[at + 1] === "      ;;" ? line.replace(/ \\$/, "") : line));
}

function optionSpec({ names, description, value, choices, completes }: OptionNode): string {
  const shown = `[${brief(description).replaceAll(/[[\]\\:]/g, String.raw`\$&`)}]`;
  const action = choices.length > 0 ? `(${choices.join(" ")})` : actions[completes];
  const taken = value === "none" ? "" : `:${value === "optional" ? ":" : ""}value:${action}`;
  const [first = "", second] = names;
  // Several values of an option that can be repeated are rare; `*` would hide which those are.
  if (second === undefined) return singleQuoted(`${first}${shown}${taken}`);
  return `${singleQuoted(`(${first} ${second})`)}{${first},${second}}${singleQuoted(`${shown}${taken}`)}`;
}

const actions = { files: "_files", folders: "_files -/", nothing: " " } as const;

function argumentSpec(command: CommandTree): readonly string[] {
  const choices = argumentChoices(command);
  if (choices.length > 0) return [singleQuoted(`1:${command.name}:(${choices.join(" ")})`)];
  if (takesIds(command)) return [singleQuoted("*:check:_interop_ids")];
  return command.arguments.length === 0 ? [] : [singleQuoted("*:file:_files")];
}
