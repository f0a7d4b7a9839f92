import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type { StanzaEntry, TraceEntry } from "../harness/model/trace.js";
import type { MockUser } from "../mock-server/index.js";
import { toTraceNode } from "../mock-server/servers/chat/trace-form.js";
import { unpackPayload } from "../protocol/stanza/payload.js";
import { contrast } from "./support/contrast.js";
import { hasBrowser } from "./support/browser.js";
import { type Inspected, inspected } from "./support/inspector.js";

let world: Inspected;
let page: Page;
let friend: MockUser;
let user: string;
let login: string;

const row = (text: string) => page.locator(".row", { hasText: text }).first();
const detail = () => page.locator("#detail").innerText();
const rows = () => page.locator(".row").count();

(hasBrowser("the inspector") ? describe : describe.skip)("the inspector in a browser", () => {
  beforeAll(async () => {
    world = await inspected();
    const { mock, provider } = world;
    friend = await mock.user();
    ({ user, login } = await provider.connectedUser("ada"));
    page = await world.open();
  });
  afterAll(() => world.close());
  afterEach(() => expect(world.trouble).toEqual([]));

  test("shows stanzas as they pass, and what was in them", async () => {
    await world.provider.call("message.send", { user, to: friend.jid, content: { type: "text", text: "Seen live" } });
    await row("“Seen live”").click();
    expect(await detail()).toMatch(
      /<message .*to="[^"]+".*>[\s\S]*<enc v="2"[\s\S]*opened text, 999\d+@s\.whatsapp\.net: .*\s+Seen live/,
    );
    expect(await page.locator("#accounts").innerText()).toContain("connected");
    expect(await page.locator("#users").innerText()).toContain(friend.jid.split("@")[0]);
  });

  test("puts both halves of an HTTP exchange together, with the token judged and not shown", async () => {
    await row("POST 200").click();
    const text = await detail();
    expect(text).toContain("POST (enlistment): /3p/interop_reg");
    expect(text).toContain(`enlisted, ${login}`);
    expect(text).toContain("Token: ok");
    expect(text).toMatch(/<token sha256:[0-9a-f]{64}>/);
  });

  test("filters by kind, direction, user, tag and text", async () => {
    const all = await rows();
    for (const [field, value, wanted] of [
      ["#tag", "enc", /message/],
      ["#text", "seen LIVE", /Seen live/],
      ["#who", login, /900-/],
    ] as const) {
      await page.fill(field, value);
      expect(await rows()).toBeLessThan(all);
      expect(await page.locator(".row").first().textContent()).toMatch(wanted);
      await page.fill(field, "");
    }
    await page.selectOption("#direction", "out");
    expect(await page.locator(".row.in").count()).toBe(0);
    expect(await page.locator(".row.out").count()).toBeGreaterThan(0);
    await page.selectOption("#direction", "");
    await page.getByText("HTTP", { exact: true }).click();
    expect(await page.locator(".row.http").count()).toBe(0);
    await page.getByText("HTTP", { exact: true }).click();
    await page.getByText("Only trouble").click();
    expect(await rows()).toBe(0);
    await page.getByText("Only trouble").click();
    expect(await rows()).toBe(all);
  });

  test("sends a message as a WhatsApp user, which reaches the provider", async () => {
    await page.getByRole("button", { name: `Write as ${friend.jid}` }).click();
    expect(await page.inputValue("#write-to")).toBe(login);
    await page.getByRole("textbox", { name: "Text", exact: true }).fill("Written in the page");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    const event = await world.provider.event(user, "message");
    expect(event["content"]).toEqual({ type: "text", text: "Written in the page" });
    await row("“Written in the page”").waitFor();
    expect(await page.locator("#said").innerText()).toMatch(/^Sent .+ to 900-/);
  });

  test("shows hostile text as text", async () => {
    const text = `<script>document.title = "lost"</script><img src=x onerror="document.title='lost'">`;
    await world.provider.call("message.send", { user, to: friend.jid, content: { type: "text", text } });
    await row(text).click();
    expect(await page.locator("#detail blockquote").innerText()).toBe(text);
    expect(await page.locator("#entries script, #entries img, #detail script, #detail img").count()).toBe(0);
    expect(await page.title()).toBe("Interop inspector");
  });

  test("could not make markup of a text if it tried, nor run a script in the page", async () => {
    const other = await world.open();
    await expect(other.evaluate("document.body.innerHTML = '<b>text</b>'")).rejects.toThrow("TrustedHTML");
    const ran = await other.evaluate(`(() => {
      const script = document.createElement("script");
      try { script.append("window.ran = true"); document.body.append(script); } catch {}
      return window.ran === true;
    })()`);
    expect(ran).toBe(false);
    expect(world.trouble.splice(0).join()).toContain("TrustedScript");
    await other.context().close();
  });

  test("breaks something, and shows that it acted", async () => {
    await page.getByRole("button", { name: "Break something…" }).click();
    await page.selectOption("#break-fault", "message-ack-error");
    expect(await page.locator("#break-sentence").innerText()).toMatch(/\.$/);
    await page.getByLabel("error, a code of three digits").fill("487");
    await page.getByLabel("Let pass first").fill("1");
    await page.getByRole("button", { name: "Arm", exact: true }).click();
    await page.locator("#faults", { hasText: "message-ack-error" }).waitFor();
    expect(await page.locator("#faults").innerText()).toContain("after 1 more, once");
    const send = (text: string) =>
      world.provider.call("message.send", { user, to: friend.jid, content: { type: "text", text } });
    await send("Yes");
    expect(await world.mock.faults.armed()).toMatchObject([{ left: 1 }]);
    const sending = send("No");
    await row("fault message-ack-error applied").waitFor();
    await sending.catch(() => undefined);
    await page.locator("#faults", { hasText: "None" }).waitFor();
    await world.mock.faults.arm({ fault: "login-failure", times: "always" });
    await page.getByRole("button", { name: "Disarm login-failure" }).click();
    await page.locator("#faults", { hasText: "None" }).waitFor();
    expect(await world.mock.faults.armed()).toEqual([]);
  });

  test("lets time pass", async () => {
    const before = await world.mock.clock.now();
    await page.fill("#clock-amount", "3");
    await page.selectOption("#clock-unit", { label: "hours" });
    await page.getByRole("button", { name: "Advance" }).click();
    await page.locator("#clock", { hasText: "3 hours ahead" }).waitFor();
    expect((await world.mock.clock.now()) - before).toBeGreaterThanOrEqual(3 * 3_600_000);
  });

  test("saves a stanza as trace, bytes and vector, each of which can be read again", async () => {
    await row("“Seen live”").click();
    const save = async (name: string): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
      return readFileSync(await download.path(), "utf8");
    };
    const lines = (await save("Save trace")).trimEnd().split("\n");
    const [stanza, opened] = lines.map((line) => JSON.parse(line) as TraceEntry) as [StanzaEntry, TraceEntry];
    expect(opened).toMatchObject({ kind: "opened", of: stanza.seq, content: { text: "Seen live" } });
    const hex = (await save("Save bytes")).trimEnd();
    const read = unpackPayload(Buffer.from(hex, "hex"));
    expect(toTraceNode(read.node)).toEqual(stanza.node);
    const [vector] = JSON.parse(await save("Save vector")) as { hex: string; node: { tag: string } }[];
    expect(vector).toMatchObject({ hex, node: { tag: "message", attrs: stanza.node.attrs } });
    const whole = (await save("Export all")).trimEnd().split("\n");
    expect(whole.map((line) => (JSON.parse(line) as TraceEntry).seq)).toContain(stanza.seq);
  });

  test("is used by keyboard alone, and every control has a name", async () => {
    await page.keyboard.press("Escape");
    await page.locator("#entries").focus();
    await page.keyboard.press("Home");
    const first = await detail();
    await page.keyboard.press("ArrowDown");
    expect(await detail()).not.toBe(first);
    const chosen = page.locator('.row[aria-selected="true"]');
    expect(await chosen.getAttribute("id")).toBe(await page.locator("#entries").getAttribute("aria-activedescendant"));
    const nameless = `[...document.querySelectorAll("button, input, select, textarea")]
      .filter((e) => !e.ariaLabel && !e.textContent.trim() && !(e.labels?.length > 0)).map((e) => e.outerHTML)`;
    expect(await page.evaluate(nameless)).toEqual([]);
    await page.getByRole("button", { name: `Write as ${friend.jid}` }).focus();
    const other = await world.mock.user();
    await page.getByRole("button", { name: `Write as ${other.jid}` }).waitFor();
    expect(await page.evaluate("document.activeElement.ariaLabel")).toBe(`Write as ${friend.jid}`);
    await page.locator("#break").focus();
    await page.keyboard.press("Enter");
    await page.locator("#break-dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#break-dialog[open]").waitFor({ state: "detached" });
  });

  test("asks for the token, takes the whole manifest or the file too, and forgets it", async () => {
    const { adminToken } = world.mock.manifest;
    const other = await world.open({}, "");
    const field = other.getByLabel("Token or manifest");
    await field.fill("wrong");
    await field.press("Enter");
    await other.getByText("found another token").waitFor();
    expect(world.trouble.splice(0).join()).toContain("401");
    await field.fill(world.manifest);
    await field.press("Enter");
    await other.locator(".state.live").waitFor();
    await other.reload();
    await other.locator(".state.live").waitFor();
    await other.getByRole("button", { name: "Forget token" }).click();
    expect(await other.evaluate("JSON.stringify(sessionStorage)")).not.toContain(adminToken);
    const file = { name: "ready.json", mimeType: "application/json", buffer: Buffer.from(world.manifest) };
    await other.setInputFiles("#ready-file", file);
    await other.locator(".state.live").waitFor();
    await other.context().close();
    const linked = await world.open();
    expect(linked.url()).toBe(`${world.mock.manifest.adminUrl}/inspector/`);
    await linked.context().close();
  });

  test("shows one tenant at a time, and goes on after a reset", async () => {
    const tenant = await world.mock.tenant({ id: "worker-1" });
    const stranger = await tenant.user();
    const other = await world.open();
    await other.selectOption("#tenant", "worker-1");
    await other.locator("#users", { hasText: stranger.jid.split("@")[0] ?? "" }).waitFor();
    await tenant.clock.advance(1000);
    await other.locator(".row", { hasText: "1 second ahead" }).waitFor();
    expect(await other.locator(".row.stanza").count()).toBe(0);
    await tenant.reset();
    await tenant.clock.advance(2000);
    await other.locator(".row", { hasText: "2 seconds ahead" }).waitFor();
    await other.locator("#users", { hasText: "None yet" }).waitFor();
    await other.context().close();
    await tenant.close();
  });

  test.each(["light", "dark"] as const)("can be read in %s", async (colorScheme) => {
    const other = await world.open({ colorScheme });
    await other.locator(".row").first().waitFor();
    const script = `[[".row .title", "body"], [".row .says", "body"], [".side h2", ".side"], [".row.in .arrow", "body"]]
      .map(([ink, paper]) => [getComputedStyle(document.querySelector(ink)).color, getComputedStyle(document.querySelector(paper)).backgroundColor])`;
    for (const [ink = "", paper = ""] of (await other.evaluate(script)) as string[][]) {
      expect(contrast(ink, paper)).toBeGreaterThan(4.5);
    }
    const target = process.env["SCREENSHOTS"];
    if (target !== undefined) {
      await other.locator(".row", { hasText: "Written in the page" }).first().click();
      await other.screenshot({ path: join(target, `inspector-${colorScheme}.png`) });
    }
    await other.context().close();
  });

  test("fits on a phone", async () => {
    const other = await world.open({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    expect(await other.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    await other.context().close();
  });

  test("stays usable while ten thousand stanzas pass", async () => {
    const session = world.mock.session(login);
    const one = { tag: "ib", attrs: { from: "s.whatsapp.net" }, children: [{ tag: "many", attrs: {} }] };
    const hundred = Array.from({ length: 100 }, () => one);
    for (let count = 0; count < 100; count++) {
      await session.send(...hundred);
      if (count !== 50) continue;
      await page.fill("#text", "none of them says this");
      await expect(rows()).resolves.toBe(0);
      await page.fill("#text", "");
    }
    const last = world.mock.session(login);
    await last.send({ ...one, attrs: { ...one.attrs, id: "the-last" } });
    await row("the-last").waitFor();
    expect(await rows()).toBeLessThanOrEqual(2000);
    expect(await page.locator("#count").innerText()).toMatch(/older ones only in the export/);
    await page.fill("#text", "the-last");
    expect(await rows()).toBe(1);
    await page.fill("#text", "");
    await page.getByRole("button", { name: "Show older entries" }).click();
    expect(await rows()).toBeGreaterThan(400);
  });
});
