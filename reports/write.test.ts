import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
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
