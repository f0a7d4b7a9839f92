import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { folderArchive, memoryArchive } from "./archive.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), "archive-"));
  folders.push(made);
  return made;
}

test.each([
  ["in memory", memoryArchive],
  ["in a folder", () => folderArchive(join(newFolder(), "state"))],
])("an archive %s holds the last text of each user", (_, open) => {
  const archive = open();
  expect(archive.users()).toEqual(new Map());
  archive.save("ada/../@example", "one");
  archive.save("bob", "two");
  archive.save("ada/../@example", "three");
  archive.forget("bob");
  archive.forget("nobody");
  expect(archive.users()).toEqual(new Map([["ada/../@example", "three"]]));
});

test("another process finds what was written, and nothing that was being written", () => {
  const path = newFolder();
  folderArchive(path).save("ada", "whole");
  writeFileSync(join(path, "Ym9i.json.new"), "ha");
  expect(folderArchive(path).users()).toEqual(new Map([["ada", "whole"]]));
});
