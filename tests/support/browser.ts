import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Where the browser itself asks for updates and accounts, whatever page it shows. */
const ownHosts =
  /^(?:http:\/\/)?(?:update\.googleapis|accounts\.google|clients\d?\.google|optimizationguide-pa\.googleapis)\.com\b/;

/** Only catches what hangs. */
const patienceMs = 120_000;

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Whether there is a browser to try pages in. Says so on stderr when there is none. */
export function hasBrowser(what: string): boolean {
  const present = existsSync(executablePath);
  if (!present) process.stderr.write(`Not tried: ${what} in a browser, because there is no ${executablePath}\n`);
  return present;
}

/** As root it runs without its sandbox; what it shows is ours. */
export function launchBrowser(options: { readonly proxy?: { readonly server: string } } = {}): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-component-update", "--disable-background-networking"];
  return chromium.launch({ executablePath, args, timeout: patienceMs, ...options });
}

export interface TestBrowser {
  /**
   * Opens `url` and runs `use` with the page. Afterwards nothing may have gone wrong in it: no error on its console, no
   * request but for itself and what lies in it.
   */
  onPage(url: string, options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** A browser all of whose requests to a network would arrive at a proxy here, which refuses and remembers them. */
export async function startBrowser(): Promise<TestBrowser> {
  const asked: string[] = [];
  const note = (target: string): void => void (ownHosts.test(target) || asked.push(target));
  const proxy = createServer((request, response) => {
    note(request.url ?? "");
    response.writeHead(403).end();
  });
  proxy.on("connect", ({ url = "" }, socket) => {
    note(url);
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const server = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const browser = await launchBrowser({ proxy: { server } });
  return {
    async onPage(url, options, use) {
      const context = await browser.newContext(options);
      const trouble: string[] = [];
      try {
        context.setDefaultTimeout(patienceMs);
        const page = await context.newPage();
        page.on("console", (message) => void (message.type() === "error" && trouble.push(message.text())));
        page.on("pageerror", (error) => trouble.push(error.message));
        page.on("request", (request) => void (/^(?:https?|wss?):/.test(request.url()) && trouble.push(request.url())));
        await page.goto(url);
        await use(page);
        if (trouble.length + asked.length > 0)
          throw new Error(`The page is not quiet: ${[...trouble, ...asked].join("; ")}`);
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
