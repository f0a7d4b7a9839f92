import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { CliError } from "./errors.js";
import { fileProblem } from "./file-problem.js";

/**
 * Makes the folder `path`, and says before the work begins when what comes of it could not be stored.
 *
 * @param what Names what is going to be written, for example `the report`.
 * @throws CliError `file-not-writable`.
 */
export async function outputFolder(path: string, what: string): Promise<void> {
  try {
    await make(resolve(path));
    await access(path, constants.W_OK);
  } catch (thrown) {
    throw new CliError(
      "file-not-writable",
      `Writing ${what} to "${path}": ${fileProblem(thrown)}; wanted a folder to write to`,
      { cause: thrown },
    );
  }
}

/** Step by step: `recursive` of Node never returns where a file system refuses new folders as absent (/proc does). */
async function make(path: string): Promise<void> {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await make(dirname(path));
  try {
    await mkdir(path);
  } catch (thrown) {
    // Another process may have been quicker.
    if (!(await isFolder(path))) throw thrown;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
