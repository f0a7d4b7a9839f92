import { statSync } from "node:fs";
import { hang, oneLine } from "../../reports/text/printable.js";
import { paintOf, ReportError } from "../../reports/index.js";
import { outcomeWords, plural } from "../../reports/view/verdict-words.js";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { type Doubt, readStoredRun, type StoredRun } from "../stored/stored-run.js";
import { type Terminal, terminalOf } from "../terminal.js";
import { doubtsAbout, type VerifyOptions } from "./judge.js";

export interface VerifyCommandOptions extends VerifyOptions {
  /** JWK thumbprint of the key that must have signed the bundle. */
  readonly signer?: string;
}

/** `interop verify`: does the report follow from the recorded trace? */
export async function verify(path: string, options: VerifyCommandOptions, io: Io): Promise<ExitCode> {
  const terminal = terminalOf(io.stdout, io.env);
  const { stored, doubts: ofBundle, note } = await readable(path, options);
  const doubts = [...ofBundle, ...(stored === undefined ? [] : doubtsAbout(stored, options))];
  if (note !== "") terminal.write(`${note}\n`);
  if (stored !== undefined) terminal.write(`${subject(stored)}${notJudged(stored.result)}`);
  terminal.write(renderDoubts(doubts, terminal));
  return doubts.length === 0 ? exitCodes.passed : exitCodes.failed;
}

interface Read {
  readonly stored: StoredRun | undefined;
  readonly doubts: readonly Doubt[];
  readonly note: string;
}

/** A trace that no harness can have written is a reason to refuse the report, and no mistake of who verifies it. */
async function readable(path: string, options: VerifyCommandOptions): Promise<Read> {
  try {
    return await read(path, options);
  } catch (thrown) {
    if (!(thrown instanceof ReportError)) throw thrown;
    return { stored: undefined, doubts: [{ kind: "trace-malformed", text: thrown.message }], note: "" };
  }
}

async function read(path: string, { signer }: VerifyCommandOptions): Promise<Read> {
  if (isFile(path) && !path.endsWith(".json")) {
    const { readBundle } = await import("../archive/read.js");
    return readBundle(path, signer);
  }
  if (signer !== undefined) {
    throw new CliError(
      "conflicting-options",
      "Verifying a folder: found --signer; wanted a bundle; only bundles are signed",
    );
  }
  return { stored: await readStoredRun(path), doubts: [], note: "" };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function subject({ result: { run, summary, checks } }: StoredRun): string {
  const provider = oneLine(`${run.provider.name} ${run.provider.version}`.trim());
  return `Run ${run.id} of ${provider}: ${outcomeWords[summary.outcome].toLowerCase()}, ${plural(checks.length, "check")}\n`;
}

/** No reason to refuse: a receiver decides whether a provider may leave these out. */
function notJudged({ checks }: StoredRun["result"]): string {
  const left = checks.filter(({ verdict, level }) => verdict === "not-applicable" && level === "MUST");
  const reasons = [...new Set(left.map(({ cause }) => cause?.message ?? "no reason is recorded"))];
  if (left.length === 0) return "";
  return `${plural(left.length, "required check")} did not apply:\n${reasons.map((why) => `  ${oneLine(why)}\n`).join("")}`;
}

/** One line for each doubt; the verdict of the verification last. */
export function renderDoubts(doubts: readonly Doubt[], terminal: Terminal): string {
  const paint = paintOf(terminal);
  const lines = doubts.map(({ kind, text }) => hang("  ", oneLine(`${text} [${kind}]`), terminal.width));
  const verdict =
    doubts.length === 0
      ? paint.green("Verified: the trace gives exactly these verdicts")
      : paint.red(`Refused: ${plural(doubts.length, "reason")}`);
  return `${[verdict, ...lines].join("\n")}\n`;
}
