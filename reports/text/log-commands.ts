/**
 * Build servers read commands in what a program prints: GitHub where a line begins with `::`, after blanks too, Azure and
 * TeamCity wherever `##vso[` or `##teamcity[` stands. A provider's text must not give any, or it sets variables of the pipeline
 * and switches the log off. The first characters become `\u003a` and `\u0023`, which JSON reads as what they were.
 */
export function withoutCommands(text: string): string {
  if (!text.includes("::") && !text.includes("##")) return text;
  return text.replaceAll(anywhere, String.raw`#\u0023$1`).replaceAll(atLineStart, String.raw`$1\u003a:`);
}

/** Leaves lines that begin with a command as they are. */
export function withoutInnerCommands(text: string): string {
  return text.replaceAll(withinLine, String.raw`#\u0023$1`);
}

const anywhere = /##(\[|vso\[|teamcity\[)/gi;
const withinLine = /(?<=.)##(\[|vso\[|teamcity\[)/gi;
/** After blanks and what a terminal does not show: colours, and the removal of a line. */
const atLineStart = /(^(?:[^\S\n]|\u001b\[[\d;]*[A-Za-z])*)::/gm;
