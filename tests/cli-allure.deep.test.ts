import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { hasBrowser, startBrowser } from "./support/browser.js";
import { folderForAll, interop, reference } from "./support/interop.js";

const hasJava = spawnSync("java", ["-version"]).status === 0;
if (!hasJava) process.stderr.write("Not tried: rendering with Allure, because there is no Java on this machine\n");
const inBrowser = hasJava && hasBrowser("the page of Allure") ? it : it.skip;

/** The page, and everything that is in it as base64. */
function unpacked(page: string): string {
  const parts = [...page.matchAll(/(?:base64,|')([A-Za-z0-9+/=]{40,})/g)].map(([, text = ""]) =>
    Buffer.from(text, "base64").toString("utf8"),
  );
  return [page, ...parts].join("\n");
}

const loads = /<(?:script|link|img|iframe)\b[^>]{0,200}\b(?:src|href)="https?:/;

(hasJava ? describe : describe.skip)("interop report --allure", () => {
  const all = folderForAll();
  const [report, out] = [join(all.path, "report"), join(all.path, "allure")];

  beforeAll(async () => {
    const provider = reference("--mutant", "enlist-zero-signature");
    const checks = ["m1-identity/key-form", "m1-identity/enlistment-signature"];
    await interop("run", ...checks, "--out", report, "--provider", provider);
    const { code, stdout } = await interop("report", report, "--allure", out);
    expect([code, stdout]).toEqual([0, expect.stringContaining(join(out, "index.html"))]);
  });
  afterAll(all.remove);

  it("renders one page that loads nothing from a network", () => {
    const page = unpacked(readFileSync(join(out, "index.html"), "utf8"));
    // The page has megabytes; a failure must not print them.
    const found = (what: string | RegExp): boolean => new RegExp(what, "i").test(page);
    expect([found("m1-identity/key-form"), found("Content-Security-Policy")]).toEqual([true, true]);
    expect([found("googletagmanager|google-analytics"), found(loads)]).toEqual([false, false]);
  });

  inBrowser("the page works from disk, and asks no network for anything", async () => {
    const browser = await startBrowser();
    try {
      const url = pathToFileURL(join(out, "index.html")).href;
      await browser.onPage(url, {}, async (page) => {
        await page.getByText("Behaviors").first().waitFor();
        // By milestone, folder and requirement; then one check, with what was expected and its transcript.
        await page.goto(`${url}#behaviors`);
        await page.getByText("M1 Keys, enlistment and authentication").first().click();
        await page.getByText("m1-identity").first().click();
        await page
          .getByText(/^M1-16/)
          .first()
          .click();
        await page.getByText("m1-identity/enlistment-signature").first().click();
        await page.getByText("Transcript of").first().waitFor();
        expect(await page.locator("body").innerText()).toContain("M1 Keys, enlistment and authentication");
      });
    } finally {
      await browser.close();
    }
  });

  it("keeps a history from one rendering to the next", async () => {
    await interop("report", report, "--allure", out);
    const trend = JSON.parse(readFileSync(join(out, "history", "history-trend.json"), "utf8")) as unknown[];
    expect(trend).toHaveLength(2);
    expect(readdirSync(out).toSorted()).toEqual(["history", "index.html"]);
  });
});
