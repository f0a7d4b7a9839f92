import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { loadReportFolder } from "./report-out.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "interop-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each(["load.json", "load-junit.xml"])("a load does not replace a %s of another tool", async (name) => {
  writeFileSync(join(folder, name), '{ "schema": "another" }');
  await expect(loadReportFolder(folder)).rejects.toMatchObject({ code: "file-exists" });
});

test("a load replaces what an earlier load wrote, and no other file is in its way", async () => {
  writeFileSync(join(folder, "notes.txt"), "mine");
  await loadReportFolder(folder);
  writeFileSync(join(folder, "load.json"), '{\n  "schema": "interop-conformance/load@1"\n}\n');
  writeFileSync(join(folder, "load-junit.xml"), "<testsuites/>");
  await expect(loadReportFolder(folder)).resolves.toBeUndefined();
});
