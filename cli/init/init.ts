import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { outputFolder } from "../output-folder.js";
import { terminalOf } from "../terminal.js";
import { fileProblem } from "../file-problem.js";
import { type Language, type LanguageName, languages } from "./languages.js";

/** `interop init`: a driver that starts, answers in form, and says what to do next. Overwrites nothing. */
export async function init(folder: string, name: LanguageName, io: Io): Promise<ExitCode> {
  const language: Language = languages[name];
  const { files, needs } = language;
  const { config, starts, tries } =
    "url" in language
      ? { config: { url: language.url }, starts: `  Start it ${language.start}\n`, tries: `calls ${language.url}` }
      : { config: { provider: language.command }, starts: "", tries: `starts it with "${language.command}"` };
  const contents = new Map([["interop.config.json", `${JSON.stringify(config, undefined, 2)}\n`]]);
  for (const [file, template] of Object.entries(files)) {
    contents.set(file, await readFile(new URL(`templates/${template}`, import.meta.url), "utf8"));
  }
  const taken = [...contents.keys()].find((file) => existsSync(join(folder, file)));
  if (taken !== undefined) {
    throw new CliError(
      "file-exists",
      `Writing a driver to "${folder}": found a file ${taken}; wanted a folder without one; choose another`,
    );
  }
  await outputFolder(folder, "a driver");
  try {
    for (const [file, text] of contents) await writeFile(join(folder, file), text, { flag: "wx" });
  } catch (thrown) {
    throw new CliError(
      "file-not-writable",
      `Writing a driver to "${folder}": ${fileProblem(thrown)}; wanted a folder to write to`,
      { cause: thrown },
    );
  }
  terminalOf(io.stdout, io.env).write(
    `${[...contents.keys()].map((file) => `wrote ${join(folder, file)}`).join("\n")}

Next, in ${folder} (needs ${needs}):
${starts}  interop doctor    tries the driver out: it ${tries}, as interop.config.json says
  interop run       the first report: nothing passes yet, and the report says what is missing
`,
  );
  return exitCodes.passed;
}
