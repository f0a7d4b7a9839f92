import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { ProviderEndpoints } from "../../../harness/ports/meta-side.js";
import { traceOf } from "../../../harness/trace/trace.js";
import { startMetaEndpoint, type MetaEndpoint } from "../../index.js";
import { testProfile } from "../../testing/rig.js";

const blob = Buffer.alloc(3_000_000, "no two pieces of this are the same");
const path = "/interop/whatsapp/download/conformance/abc/";

let meta: MetaEndpoint;
let endpoints: ProviderEndpoints;
/** The last entry before this test. */
let before = 0;
let answer: RequestListener;
let seen: { url: string | undefined; headers: object }[];
const host = createServer((incoming, response) => {
  seen.push({ url: incoming.url, headers: incoming.headers });
  answer(incoming, response);
});

beforeAll(async () => {
  const profile = testProfile({ media: { answerTimeoutMs: 300, idleTimeoutMs: 300, maximumRelayedBytes: 5_000_000 } });
  meta = await startMetaEndpoint({ profile, seed: "media" });
  host.listen(0, "127.0.0.1");
  await once(host, "listening");
  const base = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  endpoints = { jwks: `${base}/keys`, media: `${base}/files/`, push: base };
});

beforeEach(() => {
  seen = [];
  before = meta.journal.last;
  meta.integrator({ ...meta.profile.integrator, endpoints });
});

afterAll(async () => {
  await meta.close();
  host.closeAllConnections();
  await new Promise((resolve) => host.close(resolve));
});

function get(target = path, init: RequestInit = {}): Promise<Response> {
  return fetch(meta.endpoints.mediaUrl + target, init);
}

function media() {
  return traceOf(meta.journal.entries.filter(({ seq }) => seq > before)).http.server("media");
}

/** The second half of an exchange with the provider is recorded when it is over. */
function recorded() {
  return meta.journal.wait((entry) => entry.kind === "http" && entry.part === "response", { ms: 2000, after: before });
}

describe("a file of a provider's user", () => {
  test("is relayed whole over a slow and lossy line to the client", async () => {
    answer = (_, response) => void response.writeHead(200, { "content-length": blob.length }).end(blob);
    meta.arm({ fault: "media-bandwidth", params: { bytesPerSecond: 30_000_000 } });
    meta.arm({ fault: "media-loss", params: { percent: 5, stallMs: 1 } });
    const response = await get();
    expect(Buffer.from(await response.arrayBuffer()).equals(blob)).toBe(true);
  });

  test("is fetched from the provider and relayed, and only its digest is kept", async () => {
    answer = (_, response) =>
      void response.writeHead(200, { "content-length": blob.length, "set-cookie": "a=b" }).end(blob);
    const response = await get(path, {
      headers: { cookie: "user=1", "x-forwarded-for": "203.0.113.9", "accept-language": "de" },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe(`${blob.length}`);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(Buffer.from(await response.arrayBuffer()).equals(blob)).toBe(true);
    // Nothing about whoever asked.
    expect(seen).toEqual([
      { url: "/files/abc", headers: { host: expect.any(String), accept: "*/*", connection: "close" } },
    ]);
    const sha256 = createHash("sha256").update(blob).digest("hex");
    expect(media().list).toMatchObject([
      { by: "harness", part: "request", method: "GET" },
      { by: "provider", part: "response", status: 200, body: "", digest: { bytes: blob.length, sha256 } },
    ]);
  });

  test("comes in chunks, and a small one is kept as a whole", async () => {
    answer = (_, response) => {
      response.write("hel");
      response.end("lo");
    };
    const response = await get();
    expect(await response.text()).toBe("hello");
    expect(media().responses.list).toMatchObject([{ body: "hello", headers: { "transfer-encoding": "chunked" } }]);
  });

  test("is asked for in part", async () => {
    answer = (_, response) => void response.writeHead(206, { "content-range": "bytes 1-2/5" }).end("el");
    const response = await get(path, { headers: { range: "bytes=1-2" } });
    expect([response.status, response.headers.get("content-range"), await response.text()]).toEqual([
      206,
      "bytes 1-2/5",
      "el",
    ]);
    expect(seen[0]?.headers).toMatchObject({ range: "bytes=1-2" });
  });

  test("HEAD has no body", async () => {
    answer = (_, response) => void response.writeHead(200, { "content-length": "5" }).end();
    const response = await get(path, { method: "HEAD" });
    expect([response.status, response.headers.get("content-length")]).toEqual([200, "5"]);
  });

  test("may be read slowly: memory holds a few pieces, not the file", async () => {
    let written = 0;
    answer = (_, response) => {
      response.writeHead(200, { "content-length": "4194304" });
      const piece = Buffer.alloc(65_536);
      const more = (): void => {
        while (written < 4_194_304 && response.write(piece)) written += piece.length;
        if (written < 4_194_304) response.once("drain", more);
        else response.end();
      };
      more();
    };
    const response = await get();
    const body = await response.arrayBuffer();
    expect(body.byteLength).toBe(4_194_304);
  });
});

describe("what the client is told when it does not work out", () => {
  test.each([
    ["404", 404, 404],
    ["410", 410, 410],
    ["a redirect", 302, 502],
    ["an error", 500, 502],
  ])("%s", async (_, status, wanted) => {
    answer = (_request, response) => void response.writeHead(status, { location: "http://127.0.0.1:1/" }).end("no");
    expect((await get()).status).toBe(wanted);
    expect(seen).toHaveLength(1);
  });

  test("no answer in time", async () => {
    answer = () => undefined;
    expect((await get()).status).toBe(504);
    expect(media().responses.list).toMatchObject([{ broken: "http-timed-out" }]);
  });

  test("a body that stops", async () => {
    answer = (_, response) => void response.writeHead(200, { "content-length": "10" }).write("hello");
    const response = await get();
    await expect(response.text()).rejects.toThrow();
    expect(media().responses.list).toMatchObject([{ status: 200, broken: "http-timed-out", digest: { bytes: 5 } }]);
  });

  test("a body that ends too early", async () => {
    answer = (_, response) => {
      response.writeHead(200, { "content-length": "10" });
      response.write("hello", () => response.destroy());
    };
    const response = await get();
    await expect(response.text()).rejects.toThrow();
    expect(media().responses.list).toMatchObject([
      { broken: expect.stringMatching(/^http-(?:cut-short|unreachable)$/) },
    ]);
  });

  test("a body beyond the limit", async () => {
    answer = (_, response) => void response.end(Buffer.concat([blob, blob]));
    const response = await get();
    await expect(response.arrayBuffer()).rejects.toThrow();
    expect(media().responses.list).toMatchObject([{ broken: "http-answer-too-large" }]);
  });

  test("a host that is not there", async () => {
    const gone = { jwks: "http://127.0.0.1:1/", media: "http://127.0.0.1:1/", push: "http://127.0.0.1:1/" };
    meta.integrator({ ...meta.profile.integrator, endpoints: gone });
    expect((await get()).status).toBe(502);
    expect(media().responses.list).toMatchObject([{ broken: "http-unreachable" }]);
  });

  test.each(["/interop/whatsapp/download/nobody/abc/", "/interop/whatsapp/download/conformance/abc", "/v/tnothing"])(
    "%s is unknown",
    async (target) => {
      expect((await get(target)).status).toBe(404);
      expect(seen).toEqual([]);
    },
  );

  test("other methods", async () => {
    expect((await get(path, { method: "POST" })).status).toBe(405);
  });
});

test("a client that hangs up ends the transfer from the provider too", async () => {
  const closed = new Promise<void>((resolve) => {
    answer = (_, response) => {
      response.on("close", () => resolve());
      response.writeHead(200, { "content-length": "4000000" });
      response.write(Buffer.alloc(1000));
    };
  });
  const asked = request(meta.endpoints.mediaUrl + path, (response) => response.on("data", () => asked.destroy())).end();
  asked.on("error", () => undefined);
  await closed;
  expect(await recorded()).toMatchObject({ broken: "http-reader-gone" });
});
