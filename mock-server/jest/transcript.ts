import { mkdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { FinishedTest } from "./runner.js";

/** Writes what a test exchanged, one entry of the journal per line, and returns the absolute path. */
export async function writeTranscript(folder: string, test: FinishedTest, lines: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = basename(test.file).replace(/\.[cm]?[jt]sx?$/, "");
  const path = resolve(join(folder, `${slug(file)}.${slug(test.name)}.ndjson`));
  // Texts and addresses of a test are in it: nobody else's business.
  await writeFile(path, lines, { mode: 0o600 });
  return path;
}

const longestName = 100;

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longestName)
    .replace(/^-|-$/g, "");
}
