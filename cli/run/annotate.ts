import { appendFile, readFile } from "node:fs/promises";
import { reasonOf } from "../../core/coded-error.js";
import type { RunResult } from "../../harness/model/result.js";
import { renderGithubAnnotations } from "../../reports/annotations/github.js";
import { requirements } from "../../suites/index.js";
import type { Environment, Io } from "../io.js";

export type Annotations = "github" | "none";

/** `--annotations` decides; without it, GitHub's own variable does. */
export function annotationsFor(asked: Annotations | undefined, env: Environment): Annotations {
  return asked ?? (env["GITHUB_ACTIONS"] === "true" ? "github" : "none");
}

/** Annotations on `out`, and `summary.md` appended to the job summary where there is one. */
export async function annotate(
  result: RunResult,
  summaryFile: string | undefined,
  { env, stderr }: Pick<Io, "env" | "stderr">,
  out: (text: string) => void,
): Promise<void> {
  out(renderGithubAnnotations(result, requirements));
  const target = env["GITHUB_STEP_SUMMARY"] ?? "";
  if (target === "" || summaryFile === undefined) return;
  try {
    await appendFile(target, await readFile(summaryFile, "utf8"));
  } catch (thrown) {
    // A job summary is a courtesy; the verdict does not depend on it.
    stderr.write(`interop: note: the job summary was not written: ${reasonOf(thrown)}\n`);
  }
}
