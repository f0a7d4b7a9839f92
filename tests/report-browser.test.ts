import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { contrast } from "./support/contrast.js";
import { folderForAll, interop, reference } from "./support/interop.js";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const present = existsSync(executablePath);
if (!present) process.stderr.write(`Not tried: report.html in a browser, because there is no ${executablePath}\n`);

const all = folderForAll();
const report = pathToFileURL(join(all.path, "report.html")).href;
let browser: Browser;

async function onPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && trouble.push(message.text())));
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("request", (request) => void (/^https?:/.test(request.url()) && trouble.push(request.url())));
    await page.goto(report);
    await use(page);
    expect(trouble).toEqual([]);
  } finally {
    await context.close();
  }
}

(present ? describe : describe.skip)("report.html in a browser", () => {
  beforeAll(async () => {
    await interop(
      "run",
      "m1-identity",
      "m2-channel/login",
      "--out",
      all.path,
      "--provider",
      reference("--mutant", "enlist-zero-signature"),
    );
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    all.remove();
  });

  it("filters by verdict, milestone, level and text", async () => {
    await onPage({}, async (page) => {
      const shown = (): Promise<number> => page.locator(".check:visible").count();
      const every = await shown();
      await page.selectOption('select[data-by="milestone"]', "M2");
      const second = await shown();
      expect(second).toBeGreaterThan(0);
      expect(second).toBeLessThan(every);
      await page.selectOption('select[data-by="milestone"]', "");
      await page.selectOption('select[data-by="level"]', "MUST");
      expect(await shown()).toBeLessThanOrEqual(every);
      await page.selectOption('select[data-by="level"]', "");
      await page.getByRole("button", { name: /^pass/ }).click();
      expect(await shown()).toBeLessThan(every);
      await page.getByRole("button", { name: /^pass/ }).click();
      await page.getByRole("searchbox").fill("enlistment-signature");
      expect(await shown()).toBeGreaterThan(0);
      expect(await shown()).toBeLessThan(every);
    });
  }, 30_000);

  it("opens what a link points at, and names the mutant that it looks like", async () => {
    await onPage({}, async (page) => {
      await expect(page.locator("#readiness .looks").innerText()).resolves.toContain("enlist-zero-signature");
      await page.goto(`${report}#frame-10`);
      expect(await page.locator("#frame-10").isVisible()).toBe(true);
      expect(await page.locator(".check[open] .finding").count()).toBeGreaterThan(0);
    });
  }, 30_000);

  it("is used by keyboard alone", async () => {
    await onPage({}, async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the checks");
      await page.keyboard.press("Enter");
      const summary = page.locator(".check:not([open]) > summary").first();
      const id = await summary.locator("xpath=..").getAttribute("id");
      await summary.focus();
      await page.keyboard.press("Enter");
      expect(await page.locator(`[id="${id}"]`).getAttribute("open")).toBe("");
    });
  }, 30_000);

  it.each(["light", "dark"] as const)(
    "can be read in %s",
    async (colorScheme) => {
      await onPage({ colorScheme, viewport: { width: 1200, height: 900 } }, async (page) => {
        const script =
          "[document.body, document.querySelector('.founded')].map((e) => getComputedStyle(e)).map((s) => [s.color, s.backgroundColor])";
        const [[ink, paper] = ["", ""], [soft] = [""]] = (await page.evaluate(script)) as string[][];
        expect(contrast(ink ?? "", paper ?? "")).toBeGreaterThan(7);
        expect(contrast(soft ?? "", paper ?? "")).toBeGreaterThan(4.5);
        const target = process.env["SCREENSHOTS"];
        if (target !== undefined) await page.screenshot({ path: join(target, `report-${colorScheme}.png`) });
      });
    },
    30_000,
  );

  it("fits on a phone", async () => {
    await onPage({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }, async (page) => {
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
      const target = process.env["SCREENSHOTS"];
      if (target !== undefined) await page.screenshot({ path: join(target, "report-phone.png") });
    });
  }, 30_000);
});
