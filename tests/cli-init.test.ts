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
    ["kotlin", "Driver.kt"],
    ["swift", "Driver.swift"],
  ])("--language %s writes a driver of about 100 lines", async (name, file) => {
    await inFolder(async (folder) => {
      const { code, stdout } = await interop("init", "--language", name, join(folder, "mine"));
      expect([code, stdout]).toEqual([0, expect.stringContaining("interop doctor")]);
      expect(readFileSync(join(folder, "mine", file), "utf8").split("\n").length - 1).toBeLessThan(115);
    });
  });

  it("leads from each skeleton to a run: a command to start, or an app to call", async () => {
    await inFolder(async (folder) => {
      const python = await interop("init", "--language", "python", join(folder, "python"));
      expect(python.stdout).toContain('it starts it with "python3 driver.py"');
      const kotlin = await interop("init", "--language", "kt", join(folder, "kotlin"));
      expect(kotlin.stdout).toMatch(
        /needs Kotlin 1\.3 .*\n.*adb forward tcp:9000[^]*it calls http:\/\/127\.0\.0\.1:9000\/driver/,
      );
      const config = readFileSync(join(folder, "kotlin", "interop.config.json"), "utf8");
      expect(JSON.parse(config)).toEqual({ url: "http://127.0.0.1:9000/driver" });
    });
  });

  it("overwrites nothing and knows its languages", async () => {
    await inFolder(async (folder) => {
      await interop("init", "--language", "py", folder);
      const again = await interop("init", "--language", "python", folder);
      expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("found a file interop.config.json")]);
      expect(readdirSync(folder).toSorted()).toEqual(["driver.py", "interop.config.json"]);
      const unknown = await interop("init", "--language", "cobol", join(folder, "x"));
      expect([unknown.code, unknown.stderr]).toEqual([
        2,
        expect.stringContaining("typescript, python, go, java, kotlin, swift"),
      ]);
      expect(existsSync(join(folder, "x"))).toBe(false);
    });
  });
});
