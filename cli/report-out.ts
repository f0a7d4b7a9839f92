import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "./errors.js";
import { outputFolder } from "./output-folder.js";
import { reportNames } from "./stored/stored-run.js";

/** What shows that this program wrote a file. */
const marks: Readonly<Record<string, RegExp>> = {
  "report.json": /"schema": ?"interop-conformance\/report@/,
  "trace.ndjson": /^\{"schema":"interop-conformance\/trace@/,
  "load.json": /^\{\s*"schema": ?"interop-conformance\/load@/,
  "allure-results/executor.json": /^\{"name":"interop"/,
};

/** A mark comes among the first members. */
const markBytes = 4096;

/**
 * `outputFolder` for a report, which replaces files of an earlier one: `junit.xml`, `summary.md`, the folder for Allure. Those of
 * another tool or of a person are not replaced.
 *
 * @throws CliError `file-not-writable`; `file-exists` naming the first file that is not ours.
 */
export async function reportFolder(path: string): Promise<void> {
  await outputFolder(path, "the report");
  const names = new Set(await readdir(path));
  const found = reportNames.find((name) => names.has(name));
  const isOurs = (await hasMark(path, "report.json")) || (await hasMark(path, "trace.ndjson"));
  if (found !== undefined && !isOurs && !(await isFolder(join(path, found)))) throw notOurs(path, found);
  if (!names.has("allure-results") || (await hasMark(path, "allure-results/executor.json"))) return;
  const others = await readdir(join(path, "allure-results")).catch(() => []);
  if (others.length > 0) throw notOurs(path, "allure-results");
}

/** The same for `load.json` and `load-junit.xml` of a load. */
export async function loadReportFolder(path: string): Promise<void> {
  await outputFolder(path, "the load report");
  const names = new Set(await readdir(path));
  const found = ["load.json", "load-junit.xml"].find((name) => names.has(name));
  if (found === undefined || (await hasMark(path, "load.json")) || (await isFolder(join(path, found)))) return;
  throw notOurs(path, found);
}

async function hasMark(folder: string, name: keyof typeof marks): Promise<boolean> {
  const file = await open(join(folder, name)).catch(() => undefined);
  if (file === undefined) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(markBytes), 0, markBytes, 0);
    return marks[name]?.test(buffer.toString("utf8", 0, bytesRead)) ?? false;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** Where a folder stands in the place of a file, the step that writes the file reports it. */
function isFolder(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    () => false,
  );
}

function notOurs(folder: string, name: string): CliError {
  return new CliError(
    "file-exists",
    `Writing the report to "${folder}": found ${name}, which no earlier report wrote; wanted a folder of its own; choose another with --out`,
  );
}
