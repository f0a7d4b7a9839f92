import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { reasonOf } from "../core/coded-error.js";
import { ReportError, type ReportErrorCode } from "./errors.js";
import { renderFiles } from "./files.js";
import { type Canary, type CanaryHit, findCanaries, findSecrets } from "./redact/canaries.js";
import { tokenSignatures } from "./redact/tokens.js";
import { redactInput } from "./redact/redact-input.js";
import type { ReportInput } from "./report-input.js";

export interface WriteOptions extends ReportInput {
  /** Secrets that the run holds; the tokens of the trace, and whatever looks like a secret, are looked for anyway. */
  readonly canaries?: Iterable<Canary>;
  /** What was said elsewhere, for example on the console; searched like the files, by the name of the place. */
  readonly said?: ReadonlyMap<string, string>;
}

/**
 * Writes every report into `folder`, which is made when it is absent. Each file appears whole or not at all. Nothing is
 * written when a secret came through.
 *
 * @returns the paths by file name.
 * @throws ReportError `secret-in-report`, `folder-not-writable`, `disk-full`, `write-failed`.
 */
export async function writeReports(folder: string, options: WriteOptions): Promise<ReadonlyMap<string, string>> {
  const { canaries = [], said = new Map<string, string>(), ...input } = options;
  const safe = redactInput(input);
  // Loaded only now: a run should not pay for it when it starts.
  const { renderAllure } = await import("./allure/render.js");
  const files = new Map(renderFiles(safe));
  const allure = new Map([...renderAllure(safe)].map(([name, text]) => [`${allureFolder}/${name}`, text]));
  const all = new Map([...allure, ...files]);
  refuseSecrets(new Map([...all, ...said]), [...canaries, ...tokensOf(input)]);
  try {
    // Results of an earlier run would be taken for more results of this one.
    await rm(join(folder, allureFolder), { recursive: true, force: true });
    await mkdir(join(folder, allureFolder), { recursive: true });
    await writeAll(folder, allure, filesAtOnce);
    // One after the other: `renderFiles` says in which order they appear.
    await writeAll(folder, files, 1);
  } catch (thrown) {
    throw writeError(folder, thrown);
  }
  return new Map([...all.keys()].map((name) => [name, join(folder, name)]));
}

/**
 * @throws ReportError `secret-in-report` when one of `canaries` is in one of `outputs`, or something that looks like a secret.
 */
export function refuseSecrets(outputs: ReadonlyMap<string, string>, canaries: Iterable<Canary>): void {
  refuseLeaks([...findSecrets(outputs), ...findCanaries(outputs, canaries)]);
}

/** More tokens than any run sees; each costs a little memory while the outputs are searched. */
const maximumTokens = 2000;

/** Signatures of the tokens in the trace as they were before redaction: what a reader would need to use them. */
function tokensOf({ entries }: ReportInput): readonly Canary[] {
  const found = new Set<string>();
  for (const entry of entries) {
    for (const signature of tokenSignatures(JSON.stringify(entry))) found.add(signature);
    if (found.size >= maximumTokens) break;
  }
  return [...found].map((value) => ({ name: "signature of a token", value }));
}

const allureFolder = "allure-results";
const filesAtOnce = 16;

async function writeAll(folder: string, files: ReadonlyMap<string, string>, atOnce: number): Promise<void> {
  const left = [...files];
  while (left.length > 0) {
    await Promise.all(left.splice(0, atOnce).map(([name, text]) => writeWhole(join(folder, name), text)));
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    throw thrown;
  }
}

function refuseLeaks(hits: readonly CanaryHit[]): void {
  if (hits.length === 0) return;
  const found = hits.map(({ output, canary }) => `${canary} in ${output}`).join(", ");
  throw new ReportError(
    "secret-in-report",
    `Writing the reports: found secrets (${found}), wanted none; nothing was written`,
  );
}

const codes: Readonly<Record<string, ReportErrorCode>> = {
  EACCES: "folder-not-writable",
  EPERM: "folder-not-writable",
  EROFS: "folder-not-writable",
  ENOTDIR: "folder-not-writable",
  EEXIST: "folder-not-writable",
  EISDIR: "folder-not-writable",
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
};

function writeError(folder: string, thrown: unknown): ReportError {
  const system = typeof thrown === "object" && thrown !== null && "code" in thrown ? String(thrown.code) : "";
  const code = codes[system] ?? "write-failed";
  return new ReportError(code, `Writing the reports to "${folder}": ${reasonOf(thrown)}, wanted a folder to write to`, {
    cause: thrown,
  });
}
