import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import { hasBrowser, startBrowser } from "./support/browser.js";
import { inFolder, interop, reference } from "./support/interop.js";

const hasJava = spawnSync("java", ["-version"]).status === 0;
if (!hasJava)
  process.stderr.write("Not tried: the page of Allure in a browser, because there is no Java on this machine\n");
const possible = hasBrowser("the page of Allure") && hasJava;

(possible ? test : test.skip)(
  "the page that Allure renders works from disk, and asks no network for anything",
  async () => {
    await inFolder(async (folder) => {
      const [report, out] = [join(folder, "report"), join(folder, "allure")];
      const provider = reference("--mutant", "enlist-zero-signature");
      await interop(
        "run",
        "m1-identity/key-form",
        "m1-identity/enlistment-signature",
        "--out",
        report,
        "--provider",
        provider,
      );
      expect((await interop("report", report, "--allure", out)).code).toBe(0);
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
  },
);
