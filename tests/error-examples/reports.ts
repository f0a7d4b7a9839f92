import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReportErrorCode } from "../../reports/errors.js";
import { sampleInput } from "../../reports/testing/sample-run.js";
import { renderTrace } from "../../reports/trace/render.js";
import { readTrace } from "../../reports/trace/read.js";
import { writeReports } from "../../reports/write.js";
import { example, type Examples } from "./example.js";

/** Runs `use` with a folder that is removed afterwards. */
export async function inFolder<Result>(use: (folder: string) => Result | Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "interop-example-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A report whose first file, while it is being written, is this device. */
function writtenTo(device: string): Promise<unknown> {
  return inFolder((folder) => {
    symlinkSync(device, join(folder, `badge.svg.${process.pid}.tmp`));
    return writeReports(folder, sampleInput);
  });
}

export const reports: Examples<ReportErrorCode> = {
  "folder-not-writable": example("A file is named in place of a folder", () =>
    inFolder((folder) => {
      writeFileSync(join(folder, "report"), "");
      return writeReports(join(folder, "report"), sampleInput);
    }),
  ),
  "disk-full": example("The disk is full", () => writtenTo("/dev/full")),
  "write-failed": example("A file is a link that leads in a circle", () =>
    inFolder((folder) => {
      const link = join(folder, `badge.svg.${process.pid}.tmp`);
      symlinkSync(link, link);
      return writeReports(folder, sampleInput);
    }),
  ),
  "secret-in-report": example("A provider calls itself by a part of its token", () =>
    inFolder((folder) => {
      const { result } = sampleInput;
      const leaky = { ...result, run: { ...result.run, seed: "0123456789abcdef" } };
      const canaries = [{ name: "token of the admin API", value: "0123456789abcdef" }];
      return writeReports(folder, { ...sampleInput, result: leaky, canaries });
    }),
  ),
  "trace-too-large": example("A file of 256 Mi characters is named", () => readTrace("x".repeat(2 ** 28 + 1))),
  "trace-bad-header": example("A report is named in place of a trace", () =>
    readTrace('{"schema":"interop-conformance/report@1"}\n'),
  ),
  "trace-bad-line": example("The last line is cut off", () => {
    const text = renderTrace(sampleInput);
    return readTrace(text.slice(0, text.lastIndexOf('"seq":') + '"seq":'.length));
  }),
};
