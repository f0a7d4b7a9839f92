import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { startMock } from "../mock-server/index.js";
import { root } from "./sources.js";

const guide = readFileSync(join(root, "docs", "mock-server.md"), "utf8");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "interop-guide-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function blocks(language: string): readonly string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, code = ""]) => code);
}

const withTools = spawnSync("curl", ["--version"]).status === 0 && process.platform !== "win32" ? test : test.skip;

withTools("every command of the guide does what it says, in the order of the page", async () => {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const interop = join(bin, "interop");
  writeFileSync(interop, `#!/bin/sh\nexec "${process.execPath}" "${join(root, "dist", "cli", "bin.js")}" "$@"\n`);
  chmodSync(interop, 0o755);
  const script = ["set -euo pipefail", "trap 'kill $(jobs -p) 2>/dev/null || true' EXIT", ...blocks("sh")].join("\n");
  const env = { ...process.env, PATH: `${bin}:${process.env["PATH"]}` };
  const child = spawn("bash", ["-c", script], { cwd: folder, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += String(data)));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  expect({ code, output: output.slice(-2000) }).toEqual({ code: 0, output: expect.any(String) });
  expect(output).toContain('"advancedMs":86400000');
  expect(output).toContain("WARNING: --key-log");
  const exported = readFileSync(join(folder, "transcript.ndjson"), "utf8").trimEnd().split("\n");
  expect(exported.map((line) => (JSON.parse(line) as { kind: string }).kind)).toContain("clock");
});

test("its TypeScript compiles against the package", () => {
  mkdirSync(join(folder, "node_modules"));
  for (const name of ["@types", "@jest"])
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  symlinkSync(root, join(folder, "node_modules", "interop-conformance"), "junction");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const around = `import { test } from "@jest/globals";
import type { MetaManifest, MockIntegrator } from "interop-conformance/mock-server";
declare const myProvider: {
  endpoints: MockIntegrator["endpoints"];
  start(meta: Pick<MetaManifest, "chatUrl" | "rootKey">): Promise<void>;
  enlistAndConnect(user: string): Promise<string>;
  send(user: string, to: string, text: string): Promise<void>;
};
void test;
`;
  const files = blocks("ts").map((code, index) => {
    writeFileSync(join(folder, `example-${index}.ts`), around + code);
    return `example-${index}.ts`;
  });
  expect(files).toHaveLength(2);
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const options = [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2023",
    "--types",
    "node",
    "--skipLibCheck",
  ];
  const { stdout, status } = spawnSync(process.execPath, [compiler, ...options, ...files], {
    cwd: folder,
    encoding: "utf8",
  });
  expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
});

test("the probe of the image tells ready from not ready", async () => {
  const file = join(folder, "manifest.json");
  const probe = async () => {
    const child = spawn(process.execPath, [join(root, "ci", "probe.js"), file], { stdio: "ignore" });
    return new Promise<number | null>((resolve) => child.on("close", resolve));
  };
  expect(await probe()).toBe(1);
  const mock = await startMock();
  writeFileSync(file, JSON.stringify(mock.manifest));
  expect(await probe()).toBe(0);
  await mock.close();
  expect(await probe()).toBe(1);
});
