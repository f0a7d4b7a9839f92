import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reasonOf } from "../../core/coded-error.js";
import { CliError } from "../errors.js";
import type { Environment } from "../io.js";
import { sealed } from "./seal.js";

const results = "allure-results";

/**
 * Renders `allure-results/` of a report folder into `out`: one `index.html` that works from disk, and `history/`, from which
 * the next rendering draws its trends. `env` is where Java is looked for.
 *
 * @throws CliError `allure-unavailable` without Java or without the optional package; `report-unreadable`.
 */
export function generateAllure(folder: string, out: string, env: Environment): string {
  const source = join(folder, results);
  if (!existsSync(source)) {
    throw new CliError(
      "report-unreadable",
      `Rendering with Allure: found no ${results} in "${folder}"; run "interop report" first`,
    );
  }
  const script = allureScript();
  requireJava(env);
  const work = mkdtempSync(join(tmpdir(), "interop-allure-"));
  try {
    const input = join(work, results);
    cpSync(source, input, { recursive: true });
    const history = join(out, "history");
    if (existsSync(history)) cpSync(history, join(input, "history"), { recursive: true });
    // The single page has no files to take the history from, the other form cannot be opened from disk.
    allure(script, [input, "-o", join(work, "pages")], env);
    allure(script, [input, "--single-file", "-o", join(work, "page")], env);
    cpSync(join(work, "pages", "history"), history, { recursive: true });
    const page = join(out, "index.html");
    writeFileSync(page, sealed(readFileSync(join(work, "page", "index.html"), "utf8")));
    return page;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function allureScript(): string {
  const windows = process.platform === "win32";
  try {
    const manifest = createRequire(import.meta.url).resolve("allure-commandline/package.json");
    return join(manifest, "..", "dist", "bin", windows ? "allure.bat" : "allure");
  } catch {
    throw unavailable("no package allure-commandline", 'an installation with optional packages ("npm install")');
  }
}

function requireJava(env: Environment): void {
  const { error, status } = spawnSync("java", ["-version"], { stdio: "ignore", env });
  if (error !== undefined || status !== 0) {
    throw unavailable("no Java on this machine", "a Java runtime, 8 or later, on the PATH; report.html needs none");
  }
}

function allure(script: string, args: readonly string[], env: Environment): void {
  const windows = process.platform === "win32";
  const [command, first] = windows ? [script, []] : ["sh", [script]];
  const { status, error, stderr, stdout } = spawnSync(command, [...first, "generate", "--clean", ...args], {
    encoding: "utf8",
    shell: windows,
    env: { ...env, ALLURE_NO_ANALYTICS: "true" },
  });
  if (error === undefined && status === 0) return;
  throw unavailable(
    error === undefined ? `exit code ${status}: ${stderr}${stdout}`.trim() : reasonOf(error),
    "a rendering",
  );
}

function unavailable(found: string, wanted: string): CliError {
  return new CliError("allure-unavailable", `Rendering with Allure: found ${found}; wanted ${wanted}`);
}
