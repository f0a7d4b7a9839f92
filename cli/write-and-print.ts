import { type ReportErrorCode, ReportError, type WriteOptions, renderJson, writeReports } from "../reports/index.js";
import type { Io } from "./io.js";

const ofFiles: ReadonlySet<ReportErrorCode> = new Set(["folder-not-writable", "disk-full", "write-failed"]);

/**
 * Writes the files of a report, and prints `report.json` if `json` says so: also when the files could not be written, because
 * the verdicts do not depend on the disk.
 *
 * @returns the paths by file name.
 * @throws ReportError as `writeReports` does.
 */
export async function writeAndPrint(
  folder: string,
  options: WriteOptions,
  { json, stdout }: { readonly json: true | undefined } & Pick<Io, "stdout">,
): Promise<ReadonlyMap<string, string>> {
  const print = (): void => {
    if (json === true) stdout.write(renderJson(options.result));
  };
  try {
    const files = await writeReports(folder, options);
    print();
    return files;
  } catch (thrown) {
    if (thrown instanceof ReportError && ofFiles.has(thrown.code)) print();
    throw thrown;
  }
}
