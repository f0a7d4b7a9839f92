import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startMock } from "../mock-server/index.js";
import { root } from "./sources.js";

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "interop-jest-")));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules", "interop-conformance"), "junction");
  writeFileSync(join(folder, "package.json"), '{ "type": "module", "jest": { "transform": {} } }');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A project of somebody's own that uses the built package. */
async function runJest(files: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv = {}) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const jest = join(root, "node_modules", "jest", "bin", "jest.js");
  const args = ["--experimental-vm-modules", jest, "--rootDir", folder, "--cache=false", "--detectOpenHandles=false"];
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, CI: "true", ...env } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += String(data)));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, output };
}

const someTests = (name: string) =>
  `
import { useMock } from "interop-conformance/mock-server/jest";
const mock = useMock({ seed: "jest" });

describe("a provider", () => {
  test("leaves its traces", async () => {
    await mock.faults.arm({ fault: "login-failure" });
    await mock.clock.advance(${name.length});
    expect(await mock.wait({ kind: "clock" })).toMatchObject({ advancedMs: ${name.length} });
  });
  test("starts anew, and fails", async () => {
    expect(await mock.faults.armed()).toEqual([]);
    expect((await mock.journal.query({ kind: "clock" })).entries).toEqual([]);
    await mock.clock.advance(77);
    expect("${name}").toBe("right");
  });
  test("goes on under fake timers", async () => {
    jest.useFakeTimers();
    expect((await mock.user()).jid).toMatch(/@s.whatsapp.net$/);
  });
});
`.replace("const mock", 'import { jest } from "@jest/globals";\nconst mock');

describe("the helper for Jest", () => {
  test("starts, resets, closes, and keeps the transcript of the test that failed", async () => {
    const { code, output } = await runJest({ "one.test.js": someTests("one") });
    expect(output).toContain("2 passed, 3 total");
    expect(code).toBe(1);
    const path = join(folder, "interop-transcripts", "one-test.a-provider-starts-anew-and-fails.ndjson");
    expect(output).toContain(`The transcript of this test is in ${path}`);
    expect(readdirSync(join(folder, "interop-transcripts"))).toHaveLength(1);
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ kind: "clock", advancedMs: 77 }]);
  });

  test("gives every file a tenant of a running endpoint, and takes it away afterwards", async () => {
    const mock = await startMock();
    const ready = join(folder, "ready.json");
    writeFileSync(ready, JSON.stringify(mock.manifest));
    const names = ["one", "three"];
    const files = Object.fromEntries(names.map((name) => [`${name}.test.js`, someTests(name).replace("right", name)]));
    const { code, output } = await runJest(files, { INTEROP_MOCK: ready });
    expect(output).toContain("6 passed, 6 total");
    expect([code, existsSync(join(folder, "interop-transcripts"))]).toEqual([0, false]);
    expect((await mock.journal.query({ kind: "clock" })).entries).toEqual([]);
    const { adminUrl, adminToken } = mock.manifest;
    const headers = { authorization: `Bearer ${adminToken}` };
    const left = (await (await fetch(`${adminUrl}/v1/tenants`, { headers })).json()) as { tenants: unknown[] };
    expect(left.tenants).toHaveLength(1);
    await mock.close();
  });
});
