import { once } from "node:events";
import { createSecureServer, createServer, type Http2SecureServer } from "node:http2";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "@jest/globals";
import type { HttpProtocol } from "../../harness/model/trace.js";
import { seededRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { ephemeralCredentials } from "../../runtime/tls/ephemeral-ca.js";
import { createJournal } from "../journal/journal.js";
import { countExchanges } from "./exchange.js";
import { visit } from "./visit.js";

const names = ["127.0.0.1"];
const { ca, cert, key } = ephemeralCredentials({ clock: systemClock, random: seededRandom("visit"), names });
const open: { close(): unknown }[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function serve(options: object = {}): Promise<string> {
  const server: Http2SecureServer = createSecureServer(
    { key, cert, allowHTTP1: true, ...options },
    (_asked, answer) => {
      answer.setHeader("content-type", "application/json");
      answer.end('{"keys":[]}');
    },
  );
  open.push(server.listen(0, "127.0.0.1"));
  server.on("tlsClientError", () => undefined);
  await once(server, "listening");
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
}

async function outcome(url: string, protocol: HttpProtocol, trusted: string | undefined = ca, timeoutMs = 2000) {
  const journal = createJournal({ clock: systemClock });
  const what = { server: "keys", url, ca: trusted, protocol, timeoutMs, maximumBytes: 1000 } as const;
  await visit({ clock: systemClock, journal, nextExchange: countExchanges() }, what);
  return journal.entries.at(-1);
}

describe("a visit", () => {
  test.each(["http/1.1", "h2"] as const)("over %s records the answer and both versions", async (protocol) => {
    const answer = { status: 200, protocol, tls: "TLSv1.3", body: '{"keys":[]}' };
    expect(await outcome(await serve(), protocol)).toMatchObject({ ...answer, by: "provider", part: "response" });
  });

  test("records an older TLS", async () => {
    expect(await outcome(await serve({ maxVersion: "TLSv1.2" }), "h2")).toMatchObject({ status: 200, tls: "TLSv1.2" });
  });

  test("records that a server does not support the version", async () => {
    const old = createHttpsServer({ key, cert }).listen(0, "127.0.0.1");
    open.push(old);
    await once(old, "listening");
    const entry = await outcome(`https://127.0.0.1:${(old.address() as AddressInfo).port}/`, "h2");
    expect(entry).toMatchObject({ body: expect.stringMatching(/^no answer: /) });
    expect(entry).not.toHaveProperty("status");
  });

  test("records that a server is not trusted", async () => {
    const stranger = ephemeralCredentials({ clock: systemClock, random: seededRandom("other"), names });
    const entry = await outcome(await serve(), "h2", stranger.ca);
    expect(entry).toMatchObject({ body: expect.stringContaining("no answer") });
  });

  test("ends when no answer comes", async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    open.push(silent);
    await once(silent, "listening");
    const url = `https://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    expect(await outcome(url, "h2", ca, 100)).toMatchObject({ body: expect.stringContaining("no answer") });
  });

  test("does not begin without TLS", async () => {
    await expect(outcome("http://127.0.0.1:9/", "h2")).rejects.toMatchObject({ code: "http-without-tls" });
    await expect(outcome("no address", "h2")).rejects.toMatchObject({ code: "http-without-tls" });
  });
});
