import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { spawnDriver } from "../../harness/driver/spawn.js";
import { systemClock } from "../../runtime/system-clock.js";
import { checks } from "../../suites/index.js";
import { root } from "../sources.js";
import { inFolder, interop } from "../support/interop.js";
import { conformantRun, type InProcessRun, notPassed, writtenByProvider } from "../support/run-in-process.js";
import { environment, missing, python } from "./python.js";

// A provider that was written from docs/implementing alone, in another language and on other libraries. That it passes shows
// that the guide suffices, and that no mistake of ours satisfies both sides.

const folder = join(root, "examples/python-provider");
if (missing.length > 0) console.warn(`Skipped "a provider in Python": not installed: ${missing.join(", ")}`);

/** Why a check is not passed although the provider is as it should be. */
const idle: ReadonlySet<string> = new Set(["other-engine", "other-wire", "needs-slow", "not-declared"]);
const others: Readonly<Record<string, string>> = {
  "m1-identity/http-versions": "the provider has no TLS, as its README says",
  "m1-identity/tls-version": "the same",
  "m4-features/media/http-versions": "the same",
  "m2-channel/key-digest": "the provider does not ask for the digest, which it need not",
};

(missing.length === 0 ? describe : describe.skip)("a provider in Python", () => {
  test("agrees with every vector", () => {
    const vectors = join(root, "docs/implementing/vectors");
    const { status, stderr } = spawnSync(python ?? "", [join(folder, "test_vectors.py"), vectors], {
      encoding: "utf8",
      env: environment(),
    });
    expect([status, stderr]).toEqual([0, expect.stringContaining("Ran 8 tests")]);
  });

  test("with the mistake that its README shows fails, and is told which mistake it is", async () => {
    await inFolder(async (out) => {
      const broken = join(out, "broken.py");
      writeFileSync(broken, codeIn(join(folder, "README.md"), "python"));
      const command = `PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="${folder}" "${python ?? ""}" "${broken}"`;
      const { code, stdout } = await interop(
        "run",
        "m2-channel/login",
        "--provider",
        command,
        "--out",
        join(out, "report"),
      );
      expect([code, stdout]).toEqual([1, expect.stringContaining("HKDF outputs")]);
    });
  });

  test("runs the example of the page of vectors", () => {
    const pages = join(root, "docs/implementing");
    const { status, stderr } = spawnSync(python ?? "", ["-c", codeIn(join(pages, "vectors.md"), "python")], {
      cwd: pages,
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
  });

  describe("in a run", () => {
    let run: InProcessRun;

    beforeAll(async () => {
      const command = `"${python ?? ""}" "${join(folder, "driver.py")}"`;
      run = await conformantRun(checks, {
        known: Object.keys(others),
        start: () => spawnDriver({ command, clock: systemClock, env: environment() }),
      });
    });

    test("passes every check that applies to it", () => {
      const found = notPassed(run).filter(({ cause }) => !idle.has(cause?.code ?? ""));
      expect(found.filter(({ id = "" }) => others[id] === undefined)).toEqual([]);
      expect(run.result.summary.pass).toBeGreaterThan(380);
    });

    test("sends no frame that cannot be read and no stanza that breaks the schema", () => {
      const { stanzas, breaches } = writtenByProvider(run);
      expect(stanzas).toBeGreaterThan(1000);
      expect(breaches).toEqual([]);
    });
  });
});

/** The first block of a language in a page. */
function codeIn(page: string, language: string): string {
  const [, code = ""] =
    new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "m").exec(readFileSync(page, "utf8")) ?? [];
  return code;
}
