import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { inFolder, interop } from "./support/interop.js";
import { root } from "./sources.js";

/** Compiles the skeleton with the project's compiler, so that it is type-checked and runs on any Node. */
function compile(folder: string): string {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const types = join(root, "node_modules", "@types");
  const settings = ["--strict", "--noUncheckedIndexedAccess", "--erasableSyntaxOnly", "--module", "nodenext"];
  const target = [
    "--target",
    "es2022",
    "--typeRoots",
    types,
    "--types",
    "node",
    "--ignoreConfig",
    "--outDir",
    join(folder, "out"),
  ];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...settings, ...target, join(folder, "driver.ts")], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stdout);
  return `"${process.execPath}" "${join(folder, "out", "driver.js")}"`;
}

const languages = [
  { name: "typescript", tool: "node", file: "driver.ts", command: compile },
  {
    name: "python",
    tool: "python3",
    file: "driver.py",
    command: (dir: string) => `python3 "${join(dir, "driver.py")}"`,
  },
  { name: "java", tool: "javac", file: "Driver.java", command: (dir: string) => `java "${join(dir, "Driver.java")}"` },
  { name: "go", tool: "go", file: "driver.go", command: (dir: string) => `cd "${dir}" && go run .` },
] as const;

describe.each(languages)("interop init --language $name", ({ name, tool, file, command }) => {
  it("writes a driver of about 100 lines", async () => {
    await inFolder(async (folder) => {
      const { code, stdout } = await interop("init", "--language", name, join(folder, "mine"));
      expect([code, stdout]).toEqual([0, expect.stringContaining("interop doctor")]);
      expect(readFileSync(join(folder, "mine", file), "utf8").split("\n").length - 1).toBeLessThan(110);
    });
  });

  const present = spawnSync(tool, [tool === "go" ? "version" : "--version"]).error === undefined;
  if (!present) process.stderr.write(`Not tried: the ${name} driver, because there is no ${tool} on this machine\n`);
  (present ? it : it.skip)("that passes doctor and fails no run for form", async () => {
    await inFolder(async (folder) => {
      await interop("init", "--language", name, folder);
      const provider = command(folder);
      const doctor = await interop("doctor", "--provider", provider, "--timeout", "30000");
      expect([doctor.code, doctor.stdout]).toEqual([0, expect.stringContaining("Ready for: interop run")]);
      const out = join(folder, "report");
      const run = await interop("run", "m1-identity", "--provider", provider, "--out", out, "--timeout", "30000");
      expect(run.stdout).not.toMatch(/harness-fault|driver-schema|driver-garbage/);
      expect([1, 3]).toContain(run.code);
    });
  });
});

describe("interop init", () => {
  it("overwrites nothing and knows its languages", async () => {
    await inFolder(async (folder) => {
      await interop("init", "--language", "py", folder);
      const again = await interop("init", "--language", "python", folder);
      expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("found a file interop.config.json")]);
      expect(readdirSync(folder).toSorted()).toEqual(["driver.py", "interop.config.json"]);
      const unknown = await interop("init", "--language", "cobol", join(folder, "x"));
      expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("typescript, python, go, java")]);
      expect(existsSync(join(folder, "x"))).toBe(false);
    });
  });
});
