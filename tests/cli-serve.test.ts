import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { connectToMock } from "../mock-server/index.js";
import { hostile, inFolder, interop, startInterop } from "./support/interop.js";

describe("serve", () => {
  it("serves TLS with a certificate of its own, writes a key log, keeps a short journal", async () => {
    await inFolder(async (folder) => {
      const readyFile = join(folder, "ready.json");
      const keyLog = join(folder, "keys.log");
      const options = ["--tls", "--key-log", keyLog, "--journal-limit", "8", "--ready-file", readyFile];
      const { finished, says, stop } = startInterop(["serve", ...options]);
      await says("inspector at http://");
      const mock = await connectToMock(readyFile);
      const { tlsCa, jwksUrl } = mock.manifest;
      expect(jwksUrl).toMatch(/^https:/);
      const [answer] = (await once(get(jwksUrl, { ca: readFileSync(String(tlsCa)), agent: false }), "response")) as [
        IncomingMessage,
      ];
      expect(answer.resume().statusCode).toBe(200);
      expect(readFileSync(keyLog, "utf8")).toMatch(/^CLIENT_TRAFFIC_SECRET_0 /m);
      for (let ms = 1; ms <= 20; ms++) await mock.clock.advance(ms);
      expect((await mock.journal.query({})).dropped).toBeGreaterThan(0);
      stop();
      const { stderr, code } = await finished;
      expect([code, existsSync(String(tlsCa))]).toEqual([0, false]);
      expect(stderr).toContain("WARNING: --key-log");
    });
  });

  it.each([
    [["--profile", "whatsapp-consumer"], true],
    [["--profile", "whatsapp-consumer", "--tls"], false],
    [[], false],
  ])("with %j warns of a missing media host: %s", async (options, warns) => {
    const { finished, says, stop } = startInterop(["serve", ...options]);
    await says("inspector at http://");
    stop();
    expect((await finished).stderr.includes("WARNING: without --tls")).toBe(warns);
  });

  it("keeps a journal of the size that is asked for", async () => {
    await inFolder(async (folder) => {
      const readyFile = join(folder, "ready.json");
      const { finished, says, stop } = startInterop(["serve", "--journal-size", "1", "--ready-file", readyFile]);
      await says("inspector at http://");
      const mock = await connectToMock(readyFile);
      const [from, to] = [await mock.user(), await mock.user()];
      const text = "x".repeat(60_000);
      for (let sent = 0; sent < 20; sent++) await from.send(to.jid, { type: "text", text });
      const { dropped, entries } = await mock.journal.query({});
      expect([dropped > 0, entries.length > 0]).toEqual([true, true]);
      stop();
      expect((await finished).code).toBe(0);
    });
  });

  it("says in one line that the key log cannot be written", async () => {
    const { code, stderr } = await interop("serve", "--key-log", "/absent/folder/keys.log");
    expect(code).toBe(4);
    expect(stderr).toMatch(/\ninterop: Opening the key log [^\n]+ENOENT[^\n]+\n$/);
  });

  it("says in one line which port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { code, stdout, stderr } = await interop("serve", "--port", String(port));
    server.close();
    expect([code, stdout]).toEqual([4, ""]);
    expect(stderr).toMatch(/^interop: Listening on 127\.0\.0\.1[^\n]*EADDRINUSE[^\n]*\n$/);
  });

  it.each(["/absent/folder/ready.json", "."])(
    "says in one line that the ready file %s cannot be written",
    async (file) => {
      const { code, stderr } = await interop("serve", "--ready-file", file);
      expect(code).toBe(4);
      expect(stderr).toMatch(/^interop: Writing the ready file [^\n]+\n$/);
    },
  );

  it("takes away the ready file of one that was killed, and leaves that of a later one", async () => {
    await inFolder(async (folder) => {
      const readyFile = join(folder, "ready.json");
      writeFileSync(readyFile, "stale");
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const refused = await interop("serve", "--port", String(port), "--ready-file", readyFile);
      server.close();
      expect([refused.code, existsSync(readyFile)]).toEqual([4, false]);
      const { finished, says, stop } = startInterop(["serve", "--ready-file", readyFile]);
      await says("inspector at http://");
      writeFileSync(readyFile, "that of another");
      stop();
      expect((await finished).code).toBe(0);
      expect(readFileSync(readyFile, "utf8")).toBe("that of another");
    });
  });

  it.each([
    [["--listen", "0.0.0.0"], "127.0.0.1", "127.0.0.1"],
    [["--listen", "0.0.0.0", "--advertise", "meta.test"], "meta.test", "127.0.0.1"],
    [["--listen", "0.0.0.0", "--admin-listen", "0.0.0.0", "--advertise", "meta.test"], "meta.test", "meta.test"],
    [["--listen", "0.0.0.0", "--admin-listen", "0.0.0.0"], "127.0.0.1", "127.0.0.1"],
  ])("with %j names hosts that can be reached", async (options, chat, admin) => {
    const { finished, says, stop } = startInterop(["serve", ...options]);
    await says("inspector at http://");
    stop();
    const { chatUrl, adminUrl } = JSON.parse((await finished).stdout) as Record<string, string>;
    expect([chatUrl, adminUrl].map((url = "") => new URL(url).hostname)).toEqual([chat, admin]);
  });

  it.each(["http://meta.test", "meta.test:80", "meta.test/x", "a b", "-", ""])(
    "refuses to advertise %j",
    async (host) => {
      const { code, stderr } = await interop("serve", "--advertise", host);
      expect([code, stderr]).toEqual([2, expect.stringContaining("wanted a host name or an address alone")]);
    },
  );
});

describe("doctor", () => {
  it("finds the reference provider in good health", async () => {
    const { code, stdout, stderr } = await interop("doctor", "--reference");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).not.toContain("problem");
    expect(stdout).toMatch(/ok {7}unknown method {2}refused with -32601/);
  });

  it.each([
    ["exits-at-once", "30000", "cannot read settings.toml"],
    ["hangs", "500", "No answer to provider.describe within 500 ms"],
    ["prints-garbage", "30000", "logs belong on stderr"],
  ])("says what to mend about one that %s", async (behaviour, timeout, says) => {
    const { code, stdout } = await interop("doctor", "--provider", hostile(behaviour), "--timeout", timeout);
    expect(code).toBe(4);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(says);
    expect(stdout).toMatch(/^problem {2}describe/);
    expect(stdout).toContain("to fix before the first run");
  });

  it("shows addresses of endpoints without their passwords", async () => {
    const { code, stdout, stderr } = await interop("doctor", "--provider", hostile("has-passwords"));
    expect(code).toBe(4);
    expect(stdout).toContain("<redacted>@127.0.0.1:1/keys?key=<redacted>");
    expect(stdout + stderr).not.toContain("SEKRIT");
  });
});
