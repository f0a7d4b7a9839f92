import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { inFolder, interop } from "./support/interop.js";

describe("interop init", () => {
  it.each([
    ["typescript", "driver.ts"],
    ["python", "driver.py"],
    ["java", "Driver.java"],
    ["go", "driver.go"],
  ])("--language %s writes a driver of about 100 lines", async (name, file) => {
    await inFolder(async (folder) => {
      const { code, stdout } = await interop("init", "--language", name, join(folder, "mine"));
      expect([code, stdout]).toEqual([0, expect.stringContaining("interop doctor")]);
      expect(readFileSync(join(folder, "mine", file), "utf8").split("\n").length - 1).toBeLessThan(110);
    });
  });

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
