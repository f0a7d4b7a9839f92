import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { BrowserContextOptions, Page } from "playwright-core";
import { hasBrowser, startBrowser, type TestBrowser } from "./support/browser.js";
import { contrast } from "./support/contrast.js";
import { folderForAll, interop, reference, spawnInterop } from "./support/interop.js";

const present = hasBrowser("report.html");
const all = folderForAll();
const report = pathToFileURL(join(all.path, "report.html")).href;
let browser: TestBrowser;

const onPage = (options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> =>
  browser.onPage(report, options, use);

(present ? describe : describe.skip)("report.html in a browser", () => {
  beforeAll(async () => {
    // The built one: it has the reference provider's transcripts.
    const provider = reference("--mutant", "enlist-zero-signature");
    await spawnInterop(["run", "m1-identity", "m2-channel/login", "--out", all.path, "--provider", provider]).finished;
    browser = await startBrowser();
  });
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
  });

  it("opens what a link points at, and names the mutant that it looks like", async () => {
    await onPage({}, async (page) => {
      await expect(page.locator("#readiness .looks").innerText()).resolves.toContain("enlist-zero-signature");
      await page.goto(`${report}#frame-10`);
      await page.locator("#frame-10").waitFor({ state: "visible" });
      expect(await page.locator(".check[open] .finding").count()).toBeGreaterThan(0);
    });
  });

  it("is used by keyboard alone, in the order in which it is read, and shows where one is", async () => {
    await onPage({}, async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the checks");
      await page.keyboard.press("Enter");
      const stops: { readonly top: number; readonly ring: string }[] = [];
      for (let count = 0; count < 30; count++) {
        await page.keyboard.press("Tab");
        const script =
          "(() => { const e = document.activeElement; const s = getComputedStyle(e); return { top: e.getBoundingClientRect().top + scrollY, ring: s.outlineStyle + ' ' + s.outlineWidth }; })()";
        stops.push(await page.evaluate(script));
      }
      // What sticks to the top while one scrolls is where it is shown, so its stops may lie below those that follow.
      const tops = stops.map(({ top }) => top);
      expect(tops.slice(12)).toEqual(tops.slice(12).toSorted((a, b) => a - b));
      expect(stops.filter(({ ring }) => ring !== "solid 2px")).toEqual([]);
      const summary = page.locator(".check:not([open]) > summary").first();
      const id = await summary.locator("xpath=..").getAttribute("id");
      await summary.focus();
      await page.keyboard.press("Enter");
      expect(await page.locator(`[id="${id}"]`).getAttribute("open")).toBe("");
      await page.keyboard.press("Enter");
      expect(await page.locator(`[id="${id}"]`).getAttribute("open")).toBeNull();
    });
  });

  it("tells a screen reader what things are", async () => {
    await onPage({}, async (page) => {
      expect(await page.evaluate("document.documentElement.lang")).toBe("en");
      for (const role of ["banner", "main"] as const) expect(await page.getByRole(role).count()).toBe(1);
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
      for (const name of ["Filter by milestone", "Filter by level"]) {
        expect(await page.getByRole("combobox", { name }).count()).toBe(1);
      }
      expect(await page.getByRole("group", { name: "Which checks are shown" }).count()).toBe(1);
      const pressed = page.getByRole("button", { pressed: true });
      const before = await pressed.count();
      await pressed.first().click();
      expect(await pressed.count()).toBe(before - 1);
      expect(await page.locator("table:not(:has(caption)), img:not([alt])").count()).toBe(0);
    });
  });

  it("shows the reference provider's transcript beside, with the first divergence marked", async () => {
    await onPage({}, async (page) => {
      await page.locator(".check[open] .evidence a").first().click();
      const comparison = page.locator(".scenario[open] details.compare").first();
      await comparison.waitFor();
      await comparison.locator("summary").click();
      expect(await comparison.getByRole("columnheader").allInnerTexts()).toEqual([
        "this provider",
        "reference provider",
      ]);
      expect(await comparison.locator("tr.first").count()).toBe(1);
      const mark =
        "getComputedStyle(document.querySelector('.scenario[open] .compare tr.first').cells[0]).borderTopStyle";
      expect(await page.evaluate(mark)).toBe("solid");
      const target = process.env["SCREENSHOTS"];
      if (target !== undefined) await comparison.screenshot({ path: join(target, "report-comparison.png") });
    });
  });

  it("holds little until something is opened", async () => {
    await onPage({}, async (page) => {
      const count = (): Promise<number> => page.evaluate("document.querySelectorAll('*').length");
      const before = await count();
      expect(await page.locator(".scenario li").count()).toBe(0);
      await page.locator(".scenario > summary").first().click();
      await page.locator(".scenario[open] li").first().waitFor();
      expect(await count()).toBeGreaterThan(before);
    });
  });

  it("begins with what to fix: the rule, expected, found, the frame, what to do", async () => {
    await onPage({ viewport: { width: 1200, height: 900 } }, async (page) => {
      const next = page.locator("header .next");
      const names = await next.locator("dt").allInnerTexts();
      expect(names).toEqual(expect.arrayContaining(["rule", "cause", "expected", "found", "at", "do"]));
      const box = await next.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(900);
    });
  });

  it("shows bytes on demand", async () => {
    const out = join(all.path, "bytes");
    const provider = reference("--mutant", "upload-prefixed-keys");
    const ran = await interop("run", "m2-channel/key-upload", "--out", out, "--provider", provider);
    expect([ran.code, ran.stderr]).toEqual([1, ""]);
    await browser.onPage(pathToFileURL(join(out, "report.html")).href, {}, async (page) => {
      await page.locator(".check[open] .finding a").first().click();
      const dump = page.locator("li.target details.hex").first();
      await dump.waitFor();
      expect(await dump.locator("code").isVisible()).toBe(false);
      await dump.locator("summary").click();
      expect(await dump.locator("code").innerText()).toMatch(/^0000 {2}05(?: [0-9a-f]{2}){15} /);
    });
  });

  it("leads by a link to a check, opened, whatever the filters hide", async () => {
    await onPage({}, async (page) => {
      await page.getByRole("button", { name: /^pass/ }).click();
      const hidden = page.locator('.check[data-verdict="pass"]').first();
      const id = await hidden.getAttribute("id");
      expect(await hidden.isVisible()).toBe(false);
      await page.evaluate(`location.hash = ${JSON.stringify(`#${id}`)}`);
      await hidden.locator(".body").waitFor();
      expect(await hidden.getAttribute("open")).toBe("");
    });
  });

  it.each(["light", "dark"] as const)("can be read in %s", async (colorScheme) => {
    await onPage({ colorScheme, viewport: { width: 1200, height: 900 } }, async (page) => {
      const script =
        "[document.body, document.querySelector('.founded')].map((e) => getComputedStyle(e)).map((s) => [s.color, s.backgroundColor])";
      const [[ink, paper] = ["", ""], [soft] = [""]] = (await page.evaluate(script)) as string[][];
      expect(contrast(ink ?? "", paper ?? "")).toBeGreaterThan(7);
      expect(contrast(soft ?? "", paper ?? "")).toBeGreaterThan(4.5);
      const target = process.env["SCREENSHOTS"];
      if (target !== undefined) await page.screenshot({ path: join(target, `report-${colorScheme}.png`) });
    });
  });

  it("fits on a phone", async () => {
    await onPage({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }, async (page) => {
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
      await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
      const low =
        "[...document.querySelectorAll('.filters button, .filters select, .check > summary')].filter((e) => e.getBoundingClientRect().height < 24).length";
      expect(await page.evaluate(low)).toBe(0);
      await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = false; scrollTo(0, 0)");
      const target = process.env["SCREENSHOTS"];
      if (target !== undefined) await page.screenshot({ path: join(target, "report-phone.png") });
    });
  });
});
