import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { connectToMock, type Mock } from "../../mock-server/index.js";
import { launchBrowser } from "./browser.js";
import { startInterop } from "./interop.js";
import { type DrivenProvider, drivenProvider } from "./driven-provider.js";

/** Only catches what hangs. */
const patienceMs = 120_000;

/** A served endpoint, the reference provider connected to it, and a browser. */
export interface Inspected {
  readonly mock: Mock;
  readonly provider: DrivenProvider;
  /** What `interop serve` wrote. */
  readonly manifest: string;
  /** What the page wrote to the console as an error, threw, or was refused by its policy since the last page. */
  readonly trouble: string[];
  /** A new page of the inspector, with the token unless told otherwise. */
  open(options?: BrowserContextOptions, fragment?: string): Promise<Page>;
  close(): Promise<void>;
}

export async function inspected(): Promise<Inspected> {
  const folder = mkdtempSync(join(tmpdir(), "interop-inspector-"));
  const readyFile = join(folder, "ready.json");
  const { finished, says, stop } = startInterop(["serve", "--ready-file", readyFile]);
  await says("inspector at http://");
  const manifest = readFileSync(readyFile, "utf8");
  const mock = await connectToMock(readyFile);
  const provider = await drivenProvider(mock);
  const browser = await launchBrowser();
  const { adminUrl, adminToken } = mock.manifest;
  const trouble: string[] = [];

  async function open(options: BrowserContextOptions = {}, fragment = `#token=${adminToken ?? ""}`): Promise<Page> {
    trouble.length = 0;
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    page.on("console", (message) => void (message.type() === "error" && trouble.push(message.text())));
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(`${adminUrl}/`) && !url.startsWith("blob:")) trouble.push(`asked elsewhere: ${url}`);
      if (url.includes(adminToken ?? "none")) trouble.push(`token in an address: ${url}`);
    });
    await page.goto(`${adminUrl}/inspector/${fragment}`);
    if (fragment !== "") await page.locator(".state.live").waitFor();
    return page;
  }

  return {
    mock,
    provider,
    manifest,
    trouble,
    open,
    async close() {
      await browser.close();
      await provider.close();
      stop();
      await finished;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
