import { readFile } from "node:fs/promises";
import { reasonOf } from "../core/coded-error.js";
import { CliError, type CliErrorCode } from "./errors.js";

/** @throws CliError with `code`, naming what the file was wanted for. */
export async function readText(file: string, what: string, code: CliErrorCode = "file-unreadable"): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (thrown) {
    throw new CliError(code, `Reading ${what} "${file}": ${reasonOf(thrown)}; wanted a readable file`, {
      cause: thrown,
    });
  }
}
