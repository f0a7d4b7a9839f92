import { exitCodeFor } from "../../harness/runner/summary.js";
import { readTrace, renderConsole, renderJson, type StoredTrace } from "../../reports/index.js";
import { requirements } from "../../suites/index.js";
import { CliError } from "../errors.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { writeAndPrint } from "../write-and-print.js";
import { reportFolder } from "../report-out.js";
import { readText } from "../read-text.js";
import { type Rejudged, rejudge } from "../stored/rejudge.js";
import { inputOf } from "../stored/stored-run.js";
import { terminalOf } from "../terminal.js";

export interface ReplayOptions {
  readonly out?: string;
  readonly json?: true;
}

/** A trace may be a stranger's: what no harness has recorded can break any judge. */
function judgedForeign(trace: StoredTrace, file: string): Rejudged {
  try {
    return rejudge(trace);
  } catch (thrown) {
    const found = "found entries or a profile without what every harness records";
    throw new CliError("trace-unjudgeable", `Judging "${file}": ${found}; wanted a trace as interop run writes it`, {
      cause: thrown,
    });
  }
}

/** `interop replay`: judges a stored trace again. */
export async function replay(file: string, { out, json }: ReplayOptions, io: Io): Promise<ExitCode> {
  const terminal = terminalOf(json === true ? io.stderr : io.stdout, io.env);
  if (out !== undefined) await reportFolder(out);
  const trace = readTrace(await readText(file, "the trace"), `"${file}"`);
  const { result, gone, changed } = judgedForeign(trace, file);
  const notes = [
    ...gone.map((id) => `this version has no check ${id}`),
    ...changed.map(
      ({ check, planned }) =>
        `${check.id} was judged by version ${planned} of the check, now by version ${check.version}`,
    ),
  ];
  if (trace.integrity === "changed")
    notes.push("the trace was changed after it was recorded: its digest does not match");
  for (const note of notes) io.stderr.write(`interop: note: ${note}\n`);
  terminal.write(renderConsole(result, requirements, terminal));
  if (out !== undefined) {
    const files = await writeAndPrint(out, inputOf({ result, trace }), { json, stdout: io.stdout });
    terminal.write(`Report: ${files.get("report.html") ?? out}\n`);
  } else if (json === true) io.stdout.write(renderJson(result));
  return exitCodeFor(result);
}
