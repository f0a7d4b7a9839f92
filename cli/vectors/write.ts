import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { fileProblem } from "../file-problem.js";
import type { Io } from "../io.js";
import { outputFolder } from "../output-folder.js";
import { allVectors } from "./all.js";
import { vectorJson } from "./vector-file.js";

/** Prints all vectors as one JSON object by name, or writes a file for each. @throws CliError `file-not-writable`. */
export async function writeVectors(folder: string | undefined, { stdout }: Io): Promise<ExitCode> {
  if (folder !== undefined) await outputFolder(folder, "vectors");
  const files = await allVectors();
  if (folder === undefined) {
    const all = Object.fromEntries(files.map((file) => [file.name, JSON.parse(vectorJson(file)) as object]));
    stdout.write(`${JSON.stringify(all, undefined, 2)}\n`);
    return exitCodes.passed;
  }
  try {
    for (const file of files) {
      const path = join(folder, `${file.name}.json`);
      await writeFile(path, vectorJson(file));
      stdout.write(`Wrote ${path}: ${file.cases.length} cases. ${file.about}\n`);
    }
  } catch (cause) {
    const message = `Writing vectors to "${folder}": ${fileProblem(cause)}; wanted a folder that can be written to`;
    throw new CliError("file-not-writable", message, { cause });
  }
  return exitCodes.passed;
}
