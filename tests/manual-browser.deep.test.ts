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
      fields: [...card.querySelectorAll("input[name]")].map((input) => input.getAttribute("name") ?? ""),
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

/** The smallest picture there is: one pixel. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
/** Another one, by a byte behind its end. */
const pasted = Buffer.concat([pixel, Buffer.of(0)]);

/** Gives what is no picture, then a file, then pastes one; returns what the page says to each. */
async function givePictures(page: Page): Promise<readonly string[]> {
  const input = page.locator("#card input[type=file]");
  const said = page.locator("#card .picture [role=status]");
  const says = async (start: RegExp): Promise<string> => {
    await said.filter({ hasText: start }).waitFor();
    return (await said.textContent()) ?? "";
  };
  await input.setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from("<script>") });
  const refused = await says(/^Found/);
  await input.setInputFiles({ name: "b.png", mimeType: "image/png", buffer: pixel });
  const kept = await says(/^Kept/);
  await page.evaluate(`
    const clipboardData = new DataTransfer();
    const bytes = Uint8Array.from(${JSON.stringify([...pasted])});
    clipboardData.items.add(new File([bytes], "c.png", { type: "image/png" }));
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
  `);
  await said.filter({ hasNotText: kept }).filter({ hasText: /^Kept/ }).waitFor();
  return [refused, kept, (await said.textContent()) ?? ""];
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
    let said: readonly string[] = [];
    await followPage(page, async (card) => {
      if (card.title.includes("marked as")) said = await givePictures(page);
      return hand.follow(card);
    });
    expect(await page.locator("#counts").textContent()).toMatch(/^\d pass/);
    const { code: exit } = await started.finished;
    await hand.close();
    const result = JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as RunResult;
    expect(result.checks.map((check) => [verdictIn(check), check.byHand ?? false])).toEqual([
      ["pass", false],
      ["pass", false],
      ["pass", true],
    ]);
    const pictures = result.checks.map((check) => check.pictures ?? []);
    expect(pictures.map(({ length }) => length)).toEqual([0, 0, 2]);
    const [file = "", second = ""] = pictures[2] ?? [];
    expect(said).toEqual([expect.stringMatching(/^Found no picture/), `Kept as ${file}`, `Kept as ${second}`]);
    expect([file, second].map((name) => readFileSync(join(out, name)))).toEqual([pixel, pasted]);
    expect(readFileSync(join(out, "report.html"), "utf8")).toContain(`<a href="${file}">`);
    expect(trouble).toEqual([]);
    expect([0, 3]).toContain(exit);
  });
});
