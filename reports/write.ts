import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { reasonOf } from "../core/coded-error.js";
import { renderBadge } from "./badge/render.js";
import { ReportError, type ReportErrorCode } from "./errors.js";
import { unpacked } from "./html/packed.js";
import { renderHtml } from "./html/render.js";
import { renderJson } from "./json/render.js";
import { renderJunit } from "./junit/render.js";
import { renderMarkdown } from "./markdown/render.js";
import { type Canary, type CanaryHit, findCanaries } from "./redact/canaries.js";
import { redactInput, withoutSecrets } from "./redact/redact.js";
import type { ReportInput } from "./report-input.js";
import { renderTrace } from "./trace/render.js";

export interface WriteOptions extends ReportInput {
  /** Secrets of the harness. What redaction takes out of the trace is looked for anyway. */
  readonly canaries?: Iterable<Canary>;
  /** What was said elsewhere, for example on the console; searched like the files, by the name of the place. */
  readonly said?: ReadonlyMap<string, string>;
}

/** Texts by file name. */
type Files = ReadonlyMap<string, string>;
/** The same as they are written. */
type Encoded = ReadonlyMap<string, Uint8Array>;

/** Every file of a report by its name. `report.json` comes last: where it is, the others are complete. */
export function renderFiles(input: ReportInput): Files {
  return new Map([
    ["trace.ndjson", renderTrace(input)],
    ["junit.xml", renderJunit(input.result, input.requirements)],
    ["report.html", renderHtml(input)],
    ["summary.md", renderMarkdown(input)],
    ["badge.svg", renderBadge(input.result)],
    ["report.json", renderJson(input.result)],
  ]);
}

/**
 * Writes every report into `folder`, which is made when it is absent. Each file, and the folder for Allure, appears whole or
 * not at all. A secret of the provider that shows in another form than the one that was redacted is redacted again. Nothing
 * is written when a secret of the harness came through.
 *
 * @returns the paths by file name.
 * @throws ReportError `secret-in-report`, `folder-not-writable`, `disk-full`, `write-failed`.
 */
export async function writeReports(folder: string, options: WriteOptions): Promise<ReadonlyMap<string, string>> {
  const { canaries = [], said = new Map<string, string>(), ...input } = options;
  const taken = new Set<string>();
  const safe = redactInput(input, taken);
  // Loaded only now: a run should not pay for it when it starts.
  const { renderAllure } = await import("./allure/render.js");
  const render = (from: ReportInput): Rendered => ({
    files: encoded(renderFiles(from)),
    allure: encoded(renderAllure(from)),
  });
  const own = [...canaries];
  const theirs = canariesOf(taken);
  let rendered = render(safe);
  const hits = findCanaries(new Map<string, string | Uint8Array>([...searched(rendered), ...said]), [
    ...own,
    ...theirs,
  ]);
  const ofHarness = new Set(own);
  refuse(
    hits.filter(({ canary }) => ofHarness.has(canary)),
    "nothing was written",
  );
  const leaked = hits.filter(({ output }) => !said.has(output)).map(({ canary }) => canary);
  if (leaked.length > 0) {
    rendered = render(
      withoutSecrets(
        safe,
        leaked.map(({ value }) => value),
      ),
    );
    refuse(findCanaries(searched(rendered), [...own, ...leaked]), "nothing was written");
  }
  const paths = await write(folder, rendered);
  refuse(
    hits.filter(({ output }) => said.has(output)),
    "the files were written without them",
  );
  return paths;
}

/**
 * @throws ReportError `secret-in-report` when one of `canaries` is in one of `outputs`.
 */
export function refuseSecrets(outputs: Files, canaries: Iterable<Canary>): void {
  refuse(findCanaries(outputs, canaries), "nothing was written");
}

/** What redaction would take out of a report; nothing when it was redacted before. */
export function secretsIn(input: ReportInput): readonly Canary[] {
  const taken = new Set<string>();
  redactInput(input, taken);
  return canariesOf(taken);
}

function refuse(hits: readonly CanaryHit[], consequence: string): void {
  if (hits.length === 0) return;
  const found = hits.map(({ output, canary }) => `${canary.name} in ${output}`).join(", ");
  throw new ReportError(
    "secret-in-report",
    `Writing the reports: found secrets (${found}), wanted none; ${consequence}`,
  );
}

/** More than any run takes out; each costs a little time while the outputs are searched. */
const maximumTaken = 2000;
/** A shorter one could be found by chance. */
const shortestTaken = 20;

function canariesOf(taken: ReadonlySet<string>): readonly Canary[] {
  return [...taken]
    .filter(({ length }) => length >= shortestTaken)
    .slice(0, maximumTaken)
    .map((value) => ({ name: "a secret of the provider", value }));
}

interface Rendered {
  readonly files: Encoded;
  /** By the name within their folder. */
  readonly allure: Encoded;
}

function encoded(files: Files): Encoded {
  return new Map([...files].map(([name, text]) => [name, Buffer.from(text)]));
}

const allureFolder = "allure-results";

function allOf({ files, allure }: Rendered): Encoded {
  return new Map([...[...allure].map(([name, text]) => [`${allureFolder}/${name}`, text] as const), ...files]);
}

/** With what is packed in the page, where no secret could be seen. */
function searched(rendered: Rendered): Encoded {
  const page = rendered.files.get(pageName);
  const all = new Map(allOf(rendered));
  if (page !== undefined) all.set(pageName, Buffer.from(unpacked(Buffer.from(page).toString())));
  return all;
}

const pageName = "report.html";

const filesAtOnce = 16;

async function write(folder: string, rendered: Rendered): Promise<ReadonlyMap<string, string>> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFolder(join(folder, allureFolder), rendered.allure);
    // One after the other: `renderFiles` says in which order they appear.
    for (const [name, text] of rendered.files) {
      const path = join(folder, name);
      await whole(path, (unfinished) => writeFile(unfinished, text));
    }
  } catch (thrown) {
    throw writeError(folder, thrown);
  }
  return new Map([...allOf(rendered).keys()].map((name) => [name, join(folder, name)]));
}

/** Takes the place of the folder of an earlier run, whose results would be taken for more results of this one. */
async function writeFolder(folder: string, files: Encoded): Promise<void> {
  await whole(folder, async (unfinished) => {
    await mkdir(unfinished);
    const left = [...files];
    while (left.length > 0) {
      await Promise.all(left.splice(0, filesAtOnce).map(([name, text]) => writeFile(join(unfinished, name), text)));
    }
    await rm(folder, { recursive: true, force: true });
  });
}

/** Has `make` write under another name, which becomes `path` when it is done. */
async function whole(path: string, make: (unfinished: string) => Promise<void>): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    await make(unfinished);
    await rename(unfinished, path);
  } catch (thrown) {
    await rm(unfinished, { recursive: true, force: true });
    throw thrown;
  }
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
