import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { RunResult } from "../harness/model/result.js";
import { hasBrowser, launchBrowser } from "./support/browser.js";
import { createHand, type HandAnswer, type SeenCard, verdictIn } from "./support/hand.js";
import { folderForAll, startInterop } from "./support/interop.js";

const folder = folderForAll();
afterAll(() => folder.remove());

/** Only catches what hangs. */
const patienceMs = 120_000;

/** The card that the page shows, as a person sees it. */
async function cardOn(page: Page): Promise<SeenCard> {
  return page.locator("#card").evaluate((card) => {
    const texts = (selector: string): string[] =>
      [...card.querySelectorAll(selector)].map((element) => element.textContent ?? "");
    const codes = [...card.querySelectorAll("code")].map((code) => [
      code.dataset["label"] ?? "",
      code.textContent ?? "",
    ]);
    return {
      title: texts("h2")[0] ?? "",
      lines: texts(":scope > p:not(.soft)"),
      values: Object.fromEntries(codes) as Record<string, string>,
      choices: [...card.querySelectorAll("form button")].map((button) => button.getAttribute("value") ?? ""),
      fields: [...card.querySelectorAll("input")].map(({ name }) => name),
    };
  });
}

async function click(page: Page, { choice, fields = {} }: HandAnswer): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`#card input[name="${name}"]`).fill(value);
  await page.locator(`#card form button[value="${choice}"]`).click();
}

/** Does what the page says until the run is over. */
async function followPage(page: Page, act: (card: SeenCard) => Promise<HandAnswer | undefined>): Promise<void> {
  for (let number = ""; ; ) {
    const next = page.locator(`#card[data-number]:not([data-number="${number}"])`);
    await next.locator("h2").waitFor();
    number = (await next.getAttribute("data-number")) ?? "";
    if (number === "over") return;
    const answer = await act(await cardOn(page));
    if (answer !== undefined) await click(page, answer);
  }
}

const isPossible = hasBrowser("a run by hand");

(isPossible ? describe : describe.skip)("the page of a run by hand", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test("leads a person through a run, and asks nowhere else", async () => {
    const out = join(folder.path, "report");
    const checks = ["m1-identity/token-accepted", "m2-channel/login", "m4-features/read-receipt-in"];
    const started = startInterop(["run", "--manual", "--out", out, ...checks]);
    await started.says("This page shows one step at a time");
    const address = /Open (http:\S+)/.exec(started.said())?.[1] ?? "";
    const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    page.setDefaultTimeout(patienceMs);
    const trouble: string[] = [];
    // That an answer came too late, because the wire was quicker, is no trouble.
    page.on(
      "console",
      (message) => void (message.type() === "error" && !/ 409 /.test(message.text()) && trouble.push(message.text())),
    );
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(`${new URL(address).origin}/`) && !url.startsWith("data:")) trouble.push(url);
    });
    await page.goto(address);

    await page.getByLabel("Code of chatUrl").click();
    const code = page.getByAltText("QR code of chatUrl");
    await code.waitFor();
    expect(await code.evaluate((image) => (image as unknown as { decode(): Promise<void> }).decode())).toBeUndefined();
    const sizes = await page.locator("html").evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    expect(sizes[0]).toBe(sizes[1]);

    const hand = createHand(folder.path);
    await followPage(page, (card) => hand.follow(card));
    expect(await page.locator("#counts").textContent()).toMatch(/^\d pass/);
    const { code: exit } = await started.finished;
    await hand.close();
    const result = JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as RunResult;
    expect(result.checks.map((check) => [verdictIn(check), check.byHand ?? false])).toEqual([
      ["pass", false],
      ["pass", false],
      ["pass", true],
    ]);
    expect(trouble).toEqual([]);
    expect([0, 3]).toContain(exit);
  });
});
