import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
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
  { name: "typescript", tool: "node", command: compile },
  {
    name: "python",
    tool: "python3",

    command: (dir: string) => `python3 "${join(dir, "driver.py")}"`,
  },
  { name: "java", tool: "javac", command: (dir: string) => `java "${join(dir, "Driver.java")}"` },
  { name: "go", tool: "go", command: (dir: string) => `cd "${dir}" && go run .` },
] as const;

/** On Debian, the package kotlin has the compiler. */
const hasKotlin = spawnSync("kotlinc", ["-version"]).error === undefined;
if (!hasKotlin) process.stderr.write("Not tried: the kotlin driver, because there is no kotlinc on this machine\n");

(hasKotlin ? describe : describe.skip)("interop init --language kotlin", () => {
  it("that passes doctor over HTTP", async () => {
    await inFolder(async (folder) => {
      await interop("init", "--language", "kotlin", folder);
      const jar = join(folder, "driver.jar");
      const compiled = spawnSync("kotlinc", [join(folder, "Driver.kt"), "-include-runtime", "-d", jar], {
        encoding: "utf8",
      });
      expect([compiled.status, compiled.stdout]).toEqual([0, ""]);
      const driver = spawn("java", ["-jar", jar, "0"], { stdio: ["ignore", "pipe", "inherit"] });
      try {
        const [line] = (await once(driver.stdout, "data")) as [Buffer];
        const url = /http:\S+/.exec(line.toString())?.[0] ?? "";
        const doctor = await interop("doctor", "--url", url, "--timeout", "30000");
        expect([doctor.code, doctor.stdout]).toEqual([0, expect.stringMatching(/^Ready for: .* run$/m)]);
      } finally {
        driver.kill();
      }
    });
  });
});

// Swift is not tried: no Swift toolchain runs where these tests do.
describe.each(languages)("interop init --language $name", ({ name, tool, command }) => {
  const present = spawnSync(tool, [tool === "go" ? "version" : "--version"]).error === undefined;
  if (!present) process.stderr.write(`Not tried: the ${name} driver, because there is no ${tool} on this machine\n`);
  (present ? it : it.skip)("that passes doctor and fails no run for form", async () => {
    await inFolder(async (folder) => {
      await interop("init", "--language", name, folder);
      const provider = command(folder);
      const doctor = await interop("doctor", "--provider", provider, "--timeout", "30000");
      expect([doctor.code, doctor.stdout]).toEqual([0, expect.stringMatching(/^Ready for: .* run$/m)]);
      const out = join(folder, "report");
      const run = await interop("run", "m1-identity", "--provider", provider, "--out", out, "--timeout", "30000");
      expect(run.stdout).not.toMatch(/harness-fault|driver-schema|driver-garbage/);
      expect([1, 3]).toContain(run.code);
    });
  });
});
