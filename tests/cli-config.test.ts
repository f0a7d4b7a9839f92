import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { inFolder, reference, startInterop, type Finished } from "./support/interop.js";

const check = "m1-identity/enlistment-signature";

/** Runs in a folder that holds `name` with `text`. */
function withFile(name: string, text: string, use: (run: Run, folder: string) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, name), text);
    await use((...args) => startInterop(["run", check, ...args], {}, { cwd: folder }).finished, folder);
  });
}

type Run = (...args: readonly string[]) => Promise<Finished>;

const broken = reference("--mutant", "enlist-zero-signature");

describe("interop.config", () => {
  it("gives defaults, which options overrule", async () => {
    await withFile("interop.config.json", "", async (run, folder) => {
      const config = { provider: broken, out: join(folder, "here"), seed: "from-config" };
      writeFileSync(join(folder, "interop.config.json"), JSON.stringify(config));
      const configured = await run();
      expect(configured.code).toBe(1);
      expect(configured.stdout).toContain("seed from-config");
      expect(existsSync(join(folder, "here", "report.html"))).toBe(true);
      const overruled = await run("--provider", reference(), "--seed", "mine");
      expect([overruled.code, overruled.stdout]).toEqual([0, expect.stringContaining("seed mine")]);
      expect((await run("--url", "http://127.0.0.1:9/rpc")).code).toBe(4);
    });
  });

  it("may be a module", async () => {
    const text = `export default { provider: ${JSON.stringify(broken)} };\n`;
    await withFile("interop.config.js", text, async (run, folder) => {
      writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
      expect((await run()).code).toBe(1);
    });
    await withFile("other.js", `module.exports = { seed: "common" };`, async (run) => {
      expect((await run("--reference", "--config", "other.js")).stdout).toContain("seed common");
    });
  });

  it("is found in a folder above, whose paths and command are relative to it", async () => {
    await withFile("interop.config.json", "", async (_run, folder) => {
      const provider = `"${process.execPath}" start.cjs`;
      writeFileSync(
        join(folder, "start.cjs"),
        `require("node:child_process").spawn(${JSON.stringify(broken)}, { shell: true, stdio: "inherit" });`,
      );
      writeFileSync(join(folder, "interop.config.json"), JSON.stringify({ provider, seed: "from-above" }));
      const inner = join(folder, "src", "deep");
      mkdirSync(inner, { recursive: true });
      const { code, stdout } = await startInterop(["run", check], {}, { cwd: inner }).finished;
      expect([code, stdout]).toEqual([1, expect.stringContaining("seed from-above")]);
      expect(existsSync(join(folder, "conformance-report", "report.html"))).toBe(true);
    });
  });

  it.each([
    "interop.conf.json",
    "interop.config.yaml",
    "interop.config.mjs",
    "interop-config.json",
    "interopconfig.ts",
    "Interop.Config.json",
    ".interoprc",
    ".interoprc.json",
    "interop.config",
  ])("has no other name, and one that is nearly right is named: %s", async (name) => {
    await withFile(name, "{}", async (run) => {
      const { code, stdout, stderr } = await run("--reference");
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(`found "${name}"`);
      expect(stderr).toContain("wanted interop.config.json, .js or .ts");
    });
  });

  it.each([
    "interop.baseline.yaml",
    "interop.js",
    "interop-conformance.json",
    "interop.config.schema.json",
    "interop.config.md",
  ])("says nothing of %s", async (name) => {
    await withFile(name, "", async (run) => {
      expect((await run()).stderr).toContain("Choosing the provider: found none");
    });
  });

  it.each([
    ["interop.config.json", '{\n  "porfile": "x"\n}', 'line 1: the file has the unknown member "porfile"'],
    ["interop.config.json", '{\n  "timeout": "soon"\n}', "line 2: timeout must be integer"],
    ["interop.config.json", '{\n  "timeout": \n}}', 'Reading the configuration "interop.config.json": line'],
    ["interop.config.js", "module.exports = {\n  seed: 1,\n};", "line 2: seed must be string"],
    ["interop.config.json", '{"provider": "x", "url": "http://x"}', "found both provider and url"],
  ])("names field and line: %s", async (name, text, says) => {
    await withFile(name, text, async (run) => {
      const { code, stdout, stderr } = await run();
      expect(stderr).toContain(says);
      expect([code, stdout, stderr.split("\n").length]).toEqual([2, "", 2]);
    });
  });
});
