import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { traceOf } from "../../../harness/trace/trace.js";
import { builtInProfile } from "../../../profiles/built-in.js";
import { systemClock } from "../../../runtime/system-clock.js";
import { connectToMock, type MetaEndpoint, startMetaEndpoint } from "../../index.js";

const data = Buffer.alloc(5000, "a picture");
let meta: MetaEndpoint;
/** Path of the file in the message of a simulated user. */
let directPath: string;
/** The last entry before this test. */
let before = 0;

beforeAll(async () => {
  meta = await startMetaEndpoint({ profile: builtInProfile("whatsapp-consumer").profile, seed: "media", admin: {} });
  const [ada, ben] = [await meta.user({ name: "Ada" }), await meta.user({ name: "Ben" })];
  await ben.send(ada.jid, { type: "image", data, mimetype: "image/jpeg" });
  const [file] = await (await connectToMock(meta.manifest())).media.list();
  directPath = file?.path ?? "";
});

beforeEach(() => {
  before = meta.journal.last;
});

afterAll(() => meta.close());

function recorded() {
  return traceOf(meta.journal.entries.filter(({ seq }) => seq > before));
}

describe("a file of a simulated user", () => {
  const digest = createHash("sha256").update(data).digest("base64url");

  test("has a path with a query", () => {
    expect(directPath).toMatch(/^\/v\/t62\.7118-24\/[\w-]{43}\.enc\?ccb=11-4$/);
  });

  // As they write addresses; whatsmeow and whatsapp-rust join theirs without a look at the path.
  test.each([
    ["Baileys", ""],
    ["whatsmeow", `&hash=${digest}&mms-type=image&__wa-mms=`],
    ["whatsapp-rust", `?auth=abc&token=${digest}`],
  ])("is found at the address that %s makes of its path", async (_, appended) => {
    const response = await fetch(meta.endpoints.mediaUrl + directPath + appended);
    expect(response.status).toBe(200);
    // Encrypted: filled up to whole blocks, with ten bytes of MAC.
    expect(await response.arrayBuffer()).toHaveProperty("byteLength", 5008 + 10);
  });
});

describe("a request that finds nothing leaves its two entries", () => {
  test.each([
    ["GET", "/v/t62.7118-24/absent.enc", 404, "media"],
    ["GET", "/v/t62.7118-24/absent.enc&hash=abc", 404, "media"],
    ["GET", "/v/", 404, "media"],
    ["GET", "/interop/whatsapp/download/nobody/abc/", 404, "media"],
    ["POST", "/interop/whatsapp/download/conformance/abc/", 405, "media"],
    ["GET", "/mms/image/abc", 404, "media"],
    ["GET", "/.well-known/jwks.json", 404, "keys"],
    ["POST", "/.well-known/jwks", 404, "keys"],
  ])("%s %s", async (method, path, status, server) => {
    const response = await fetch(meta.endpoints.mediaUrl + path, { method });
    expect(response.status).toBe(status);
    expect(recorded().of("http")).toMatchObject([
      { by: "provider", part: "request", server, method, url: path },
      { by: "harness", part: "response", server, method, url: path, status },
    ]);
  });
});

describe("a line of the media host", () => {
  const fetchFile = async (headers: Record<string, string> = {}): Promise<Buffer> => {
    const response = await fetch(meta.endpoints.mediaUrl + directPath, { headers });
    return Buffer.from(await response.arrayBuffer());
  };

  test("with latency, little bandwidth and losses brings the whole file", async () => {
    const whole = await fetchFile();
    meta.arm({ fault: "media-latency", params: { ms: 30 } });
    meta.arm({ fault: "media-bandwidth", params: { bytesPerSecond: 50_000 } });
    meta.arm({ fault: "media-loss", params: { percent: 20, stallMs: 1 } });
    const began = systemClock.monotonic();
    expect((await fetchFile()).equals(whole)).toBe(true);
    // The latency and 5018 bytes at 50 to the millisecond. Timers may fire a little early.
    expect(systemClock.monotonic() - began).toBeGreaterThan(0.9 * (30 + 100));
    expect(
      recorded()
        .of("fault")
        .filter(({ event }) => event === "applied"),
    ).toHaveLength(3);
    meta.arm({ fault: "media-bandwidth" });
    expect(await fetchFile({ range: "bytes=10-19" })).toEqual(whole.subarray(10, 20));
  });

  test("that loses everything breaks the connection", async () => {
    meta.arm({ fault: "media-loss", params: { percent: 100, stallMs: 1 } });
    await expect(fetchFile()).rejects.toThrow();
    expect(await fetchFile()).toHaveLength(5018);
  });
});
