import { exitCodesInWords } from "../exit-codes.js";
import type { CommandTree } from "./tree.js";

/** The manual page `interop(1)`, in the macros of man(7), from what `--help` says. */
export function manPage(commands: readonly CommandTree[], version: string): string {
  const lines = [
    `.TH INTEROP 1 "" ${roffWord(`interop ${version}`)} "User Commands"`,
    ".SH NAME",
    "interop \\- conformance harness for messaging interoperability under Article 7 of the Digital Markets Act",
    ".SH SYNOPSIS",
    ".B interop",
    "\\fIcommand\\fR [\\fIoption\\fR ...]",
    ".SH COMMANDS",
    ...commands.flatMap(({ name, summary }) => [".TP", `.B ${roff(name)}`, roff(summary)]),
    ...commands.flatMap((command) => sectionOf(command, [])),
    ".SH EXIT STATUS",
    roff(exitCodesInWords.replace(/^Exit codes: /, "")),
    ".SH SEE ALSO",
    "The folder docs of the package.",
  ];
  return `${lines.join("\n")}\n`;
}

function sectionOf(command: CommandTree, parents: readonly string[]): readonly string[] {
  const path = [...parents, command.name];
  const described = command.arguments.filter(({ description }) => description !== "");
  return [
    `.SH ${roffWord(`interop ${path.join(" ")}`)}`,
    `.B interop ${roff([...parents, command.usage].join(" "))}`,
    ".PP",
    ...roff(command.description).split("\n"),
    ...described.flatMap(({ name, description }) => [".TP", `.I ${roff(name)}`, roff(description)]),
    ...command.options.flatMap(({ flags, description }) => [".TP", `.B ${roff(flags)}`, roff(description)]),
    ...(command.after === "" ? [] : [".PP", ".nf", ...roff(withoutExitCodes(command.after)).split("\n"), ".fi"]),
    ...command.commands.flatMap((below) => sectionOf(below, path)),
  ];
}

/** They have a section of their own. */
function withoutExitCodes(text: string): string {
  return text.replace(exitCodesInWords, "").trim();
}

/** Backslashes and hyphens mean something to roff, and so does a line that begins with a dot or a quote. */
function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll(/^([.'])/gm, "\\&$1");
}

function roffWord(text: string): string {
  return `"${roff(text).replaceAll('"', "\\(dq")}"`;
}
