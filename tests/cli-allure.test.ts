import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { inFolder, interop, startInterop } from "./support/interop.js";

const hasJava = spawnSync("java", ["-version"]).status === 0;
if (!hasJava) process.stderr.write("Not tried: rendering with Allure, because there is no Java on this machine\n");

/** The page, and everything that lies in it as base64. */
function unpacked(page: string): string {
  const parts = [...page.matchAll(/(?:base64,|')([A-Za-z0-9+/=]{40,})/g)].map(([, text = ""]) =>
    Buffer.from(text, "base64").toString("utf8"),
  );
  return [page, ...parts].join("\n");
}

const loads = /<(?:script|link|img|iframe)\b[^>]{0,200}\b(?:src|href)="https?:/;

describe("interop report --allure", () => {
  (hasJava ? it : it.skip)("renders one page that loads nothing from a network, and keeps a history", async () => {
    await inFolder(async (folder) => {
      const [report, out] = [join(folder, "report"), join(folder, "allure")];
      await interop("run", "m1-identity/key-form", "--out", report);
      const { code, stdout } = await interop("report", report, "--allure", out);
      expect([code, stdout]).toEqual([0, expect.stringContaining(join(out, "index.html"))]);
      const page = unpacked(readFileSync(join(out, "index.html"), "utf8"));
      // The page has megabytes; a failure must not print them.
      const found = (what: string | RegExp): boolean => new RegExp(what, "i").test(page);
      expect([found("m1-identity/key-form"), found("Content-Security-Policy")]).toEqual([true, true]);
      expect([found("googletagmanager|google-analytics"), found(loads)]).toEqual([false, false]);
      await interop("report", report, "--allure", out);
      const trend = JSON.parse(readFileSync(join(out, "history", "history-trend.json"), "utf8")) as unknown[];
      expect(trend).toHaveLength(2);
      expect(readdirSync(out).toSorted()).toEqual(["history", "index.html"]);
    });
  });

  it("says what is missing where there is no Java", async () => {
    await inFolder(async (folder) => {
      await interop("run", "m1-identity/key-form", "--out", folder);
      const { code, stderr } = await startInterop(["report", folder, "--allure", join(folder, "a")], { PATH: "" })
        .finished;
      expect([code, stderr]).toEqual([
        4,
        expect.stringContaining("found no Java on this machine; wanted a Java runtime"),
      ]);
      expect(existsSync(join(folder, "a"))).toBe(false);
    });
  });
});
