import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import { requirementsBrowser } from "../reports/requirements/pages.js";
import { checks, requirements } from "../suites/index.js";
import { inFolder } from "./support/interop.js";
import { hasBrowser, startBrowser } from "./support/browser.js";

(hasBrowser("docs/requirements.html") ? test : test.skip)(
  "requirements.html filters by milestone, level and grade, and leads to a rule",
  () =>
    inFolder(async (folder) => {
      const browser = await startBrowser();
      const file = join(folder, "requirements.html");
      writeFileSync(file, requirementsBrowser(requirements, checks));
      const url = pathToFileURL(file).href;
      try {
        await browser.onPage(url, { viewport: { width: 360, height: 740 } }, async (page) => {
          const shown = (): Promise<number> => page.locator(".check:visible").count();
          const count = (fits: (row: (typeof requirements)[number]) => boolean): number =>
            requirements.filter(fits).length;
          expect(await shown()).toBe(requirements.length);
          await page.selectOption('select[data-by="milestone"]', "M3");
          expect(await shown()).toBe(count(({ id }) => id.startsWith("M3")));
          await page.selectOption('select[data-by="level"]', "MUST");
          await page.selectOption('select[data-by="grade"]', "published");
          const wanted = ({ id, level, grade }: (typeof requirements)[number]): boolean =>
            id.startsWith("M3") && level === "MUST" && grade === "published";
          expect(await shown()).toBe(count(wanted));
          await page.getByRole("button", { name: /^with checks/ }).click();
          expect(await shown()).toBe(count((row) => wanted(row) && row.checks.length === 0));
          await page.goto(`${url}#M2-05`);
          await page.locator("#M2-05 .body").waitFor();
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
          const target = process.env["SCREENSHOTS"];
          if (target === undefined) return;
          await page.setViewportSize({ width: 1200, height: 900 });
          await page.goto(url);
          await page.screenshot({ path: join(target, "requirements.png") });
        });
      } finally {
        await browser.close();
      }
    }),
);
