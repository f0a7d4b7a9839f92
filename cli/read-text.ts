import { readFile } from "node:fs/promises";
import { CliError, type CliErrorCode } from "./errors.js";
import { fileProblem } from "./file-problem.js";

/** @throws CliError with `code`, naming what the file was wanted for. */
export async function readText(
  file: string,
  what: string,
  code: CliErrorCode = "file-unreadable",
  advice = "wanted a readable file",
): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (thrown) {
    throw new CliError(code, `Reading ${what} "${file}": ${fileProblem(thrown)}; ${advice}`, { cause: thrown });
  }
}
