import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { forbiddenEndpoint } from "../../harness/driver/allowed-hosts.js";
import { type MetaEndpoint, startMetaEndpoint } from "../../mock-server/index.js";
import { testProfile } from "../../mock-server/testing/rig.js";
import { inFolder, interop } from "../support/interop.js";

describe("a page of another site, in the browser of whoever runs the endpoint", () => {
  let meta: MetaEndpoint;
  beforeAll(async () => {
    meta = await startMetaEndpoint({ profile: testProfile(), seed: "pages", admin: {} });
  });
  afterAll(() => meta.close());

  /** The status of a request with these headers; `fetch` would not send them. */
  function status(url: string, headers: Readonly<Record<string, string>>, method = "GET"): Promise<number> {
    return new Promise((resolve, reject) => {
      const asked = request(url.replace(/^ws/, "http"), { method, headers });
      asked.on("response", (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.on("upgrade", (_response, socket) => {
        socket.destroy();
        resolve(101);
      });
      asked.on("error", reject).end();
    });
  }

  const upgrade = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
  };

  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    ["another site", { origin: "https://evil.example" }, false],
    ["a page without a site", { origin: "null" }, false],
    ["a site whose name leads here", { host: "evil.example:80" }, false],
    ["such a site, consistently", { host: "evil.example:80", origin: "http://evil.example:80" }, false],
    ["a name that looks like ours", { host: "localhost.evil.example" }, false],
    ["no browser", {}, true],
    ["a client that names the endpoint", { origin: "http://127.0.0.1:1" }, true],
    ["an ordinary client of WhatsApp", { origin: "https://web.whatsapp.com" }, true],
    ["a client that uses the name of the loopback interface", { host: "localhost:80" }, true],
    ["an emulator that uses an address", { host: "10.0.2.2:80" }, true],
  ])("%s", async (_, headers, isServed) => {
    const { adminUrl } = meta.manifest();
    const found = [
      await status(meta.endpoints.chatUrl, { ...upgrade, ...headers }),
      await status(meta.endpoints.enlistUrl, headers, "POST"),
      await status(meta.endpoints.jwksUrl, headers),
      await status(`${adminUrl}/health`, headers),
    ];
    expect(found).toEqual(isServed ? [101, 200, 200, 200] : [403, 403, 403, 403]);
  });
});

describe("a remote driver that names servers", () => {
  const named = (url: string) =>
    forbiddenEndpoint({ endpoints: { jwks: url, media: "http://127.0.0.1/", push: "http://127.0.0.1/" } }, [
      "driver.example",
      "fd00::7",
    ]);

  test.each([
    "http://169.254.169.254/latest/meta-data",
    "http://2852039166/",
    "http://0xa9.0xfe.0xa9.0xfe/",
    "http://0251.0376.0251.0376/",
    "http://[::ffff:169.254.169.254]/",
    "http://[fe80::1]/",
    "http://0.0.0.0/",
    "http://[::]/",
    "http://10.0.0.1/",
    "http://driver.example.evil.example/",
    "http://driver.example@evil.example/",
    String.raw`http://evil.example\@driver.example/`,
    "http://localhost.evil.example/",
    "http://127.0.0.1.nip.example/",
    "http://localhost./",
    "http://ⓛocal.example/",
  ])("%s: is not asked", (url) => expect(named(url)).toMatchObject({ code: "driver-host-refused" }));

  test.each([
    "http://127.0.0.1:8080/keys",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://localhost:1/",
    "https://DRIVER.example/keys",
    "http://[fd00:0::7]/",
  ])("%s: is asked", (url) => expect(named(url)).toBeUndefined());
});

describe("a folder in which others keep files", () => {
  const few = ["run", "m1-identity/key-form", "--reference"];

  test.each([
    ["another tool's results for Allure", "allure-results/one-result.json"],
    ["another tool's junit.xml", "junit.xml"],
    ["a summary.md that a person wrote", "summary.md"],
    ["a report.json of something else", "report.json"],
  ])("is no folder for a report: %s", async (_, name) => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, "allure-results"));
      writeFileSync(join(folder, name), "theirs");
      const { code, stderr } = await interop(...few, "--out", folder);
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining(`found ${name.split("/", 1)[0]}, which no earlier report wrote`),
      ]);
      expect(readFileSync(join(folder, name), "utf8")).toBe("theirs");
    });
  });

  test("takes a report beside other files, and the next one in its place", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "notes.txt"), "theirs");
      for (let time = 0; time < 2; time++) expect((await interop(...few, "--out", folder)).code).toBe(0);
      expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("theirs");
    });
  });
});
