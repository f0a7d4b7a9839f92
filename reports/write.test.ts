import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { TraceEntry } from "../harness/model/trace.js";
import { sampleInput, sampleToken } from "./testing/sample-run.js";
import { writeReports } from "./write.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reports-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("writeReports", () => {
  const names = [
    "allure-results",
    "badge.svg",
    "junit.xml",
    "report.html",
    "report.json",
    "summary.md",
    "trace.ndjson",
  ];

  it("makes the folder, writes every report and leaves nothing unfinished", async () => {
    const deep = join(folder, "a", "b");
    const paths = await writeReports(deep, sampleInput);
    expect((await readdir(deep)).toSorted()).toEqual(names);
    expect([...paths.keys()].filter((name) => !name.includes("/")).toSorted()).toEqual(names.slice(1));
    expect(await readdir(join(deep, "allure-results"))).toHaveLength(
      [...paths.keys()].filter((name) => name.startsWith("allure-results/")).length,
    );
  });

  it("leaves no Allure results of an earlier run behind", async () => {
    await writeReports(folder, sampleInput);
    const before = await readdir(join(folder, "allure-results"));
    const { result } = sampleInput;
    await writeReports(folder, { ...sampleInput, result: { ...result, run: { ...result.run, id: "other" } } });
    expect(await readdir(join(folder, "allure-results"))).toHaveLength(before.length);
  });

  it("writes no secret into any of them", async () => {
    await writeReports(folder, sampleInput);
    for (const name of names.slice(1)) {
      const text = await readFile(join(folder, name), "utf8");
      expect(text).not.toContain(sampleToken.split(".")[2]);
      expect(text).not.toMatch(/c2VjcmV0LWV4cG9uZW50|MIIEvQIB|opaque-credential/);
    }
  });

  it("redacts again what shows in another form than the one that was redacted, or in another place", async () => {
    const signature = sampleToken.split(".")[2] ?? "";
    const bytes = Buffer.from(`x${signature}`).toString("base64");
    const { result } = sampleInput;
    const provider = { name: signature, version: `Acme Bearer`, capabilities: [bytes, `${signature}"`] };
    await writeReports(folder, { ...sampleInput, result: { ...result, run: { ...result.run, provider } } });
    for (const name of names.slice(1)) {
      const text = await readFile(join(folder, name), "utf8");
      expect(text).not.toContain(signature);
      expect(text).not.toContain(Buffer.from(`x${signature}`).toString("hex").slice(20, 60));
    }
    const stored = JSON.parse(await readFile(join(folder, "report.json"), "utf8"));
    expect(stored.run.provider).toEqual({
      name: "<redacted>",
      version: "Acme Bearer",
      capabilities: [expect.stringContaining("<redacted>"), '<redacted>"'],
    });
  });

  it("keeps harmless text that only looks like a secret beside other text", async () => {
    const { result, entries } = sampleInput;
    const [first] = entries;
    if (first === undefined) throw new Error("The sample is empty");
    const provider = { name: "Acme Bearer", version: "1.0.0-build.20240101.deadbeef", capabilities: [] };
    const keys = { keys: [{ kty: "RSA", n: "cHVibGljIG1vZHVsdXM", e: "AQAB" }], q: "queue-0042" };
    const answer = { ...first, kind: "driver", part: "response", method: "state.export", result: keys } as TraceEntry;
    const detail = '{"q":"searchterm12"}';
    const [check, ...others] = result.checks;
    if (check === undefined) throw new Error("The sample is empty");
    const findings = [{ what: "detail", expected: '{"kty":"RSA"}', actual: detail, at: "frame 1" }];
    const checks = [{ ...check, verdict: "fail" as const, findings }, ...others];
    await writeReports(folder, {
      ...sampleInput,
      result: { ...result, run: { ...result.run, provider }, checks },
      entries: [answer],
    });
    const read = (name: string): Promise<string> => readFile(join(folder, name), "utf8");
    expect(await read("trace.ndjson")).toContain('"q":"queue-0042"');
    expect(JSON.parse(await read("report.json"))).toMatchObject({
      run: { provider },
      checks: [{ findings }, ...others],
    });
    expect(await read("report.html")).toContain("Acme Bearer 1.0.0-build.20240101.deadbeef");
    expect(await read("junit.xml")).toContain("searchterm12");
  });

  it("writes the files, and says so, when a secret of the provider is on the console already", async () => {
    const said = new Map([["the console", `signed ${sampleToken.split(".")[2]}`]]);
    await expect(writeReports(folder, { ...sampleInput, said })).rejects.toMatchObject({
      code: "secret-in-report",
      message: expect.stringContaining("a secret of the provider in the console"),
    });
    expect((await readdir(folder)).toSorted()).toEqual(names);
  });

  it("refuses to write when a canary came through", async () => {
    const leaky = writeReports(folder, {
      ...sampleInput,
      canaries: [{ name: "the script", value: "alert(1)</script>" }],
    });
    await expect(leaky).rejects.toMatchObject({
      code: "secret-in-report",
      message: expect.stringContaining("the script in report.html"),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it("says which folder it cannot write to", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    await expect(writeReports(file, sampleInput)).rejects.toMatchObject({
      code: "folder-not-writable",
      message: expect.stringContaining(file),
    });
  });
});
