import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type MetaEndpoint, startMetaEndpoint } from "../../mock-server/index.js";
import { enlistAt, testProfile } from "../../mock-server/testing/rig.js";
import { type IntegratorHost, integratorHost } from "../../mock-server/testing/integrator-host.js";
import { systemClock } from "../../runtime/system-clock.js";

/** What a server of the provider does once it is asked: to a socket, with bytes of its own. */
type Answer = (socket: Socket) => void;

/** Writes `piece` until the caller has enough. */
function flood(socket: Socket, piece: string): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece, "latin1"));
  };
  socket.on("drain", more);
  more();
}

const head = (more: string): string => `HTTP/1.1 200 OK\r\n${more}\r\n`;
const bomb = gzipSync(new Uint8Array(16 * 2 ** 20));

const answers: Readonly<Record<string, Answer>> = {
  "nothing, but the connection stays open": () => undefined,
  "random bytes": (socket) => void socket.end(Buffer.alloc(4000, "\u0000\u00ff\u0013")),
  "a head without end": (socket) => flood(socket, `x-${"a".repeat(500)}: 1\r\n`),
  "interim answers without end": (socket) => flood(socket, "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n"),
  "trailers without end": (socket) => {
    socket.write(`${head("transfer-encoding: chunked\r\n")}0\r\n`);
    flood(socket, `x-${"a".repeat(500)}: 1\r\n`);
  },
  "a header with a control character": (socket) =>
    void socket.end(`${head("content-type: a\u0001b\r\ncontent-length: 2\r\n")}{}`),
  "a header that begins another": (socket) =>
    void socket.end(`${head("etag: a\nset-cookie: b\r\ncontent-length: 2\r\n")}{}`),
  "a chunk of 2^40 bytes that is empty": (socket) =>
    void socket.end(`${head("transfer-encoding: chunked\r\n")}ffffffffff\r\n`),
  "a chunk size that is no number": (socket) => void socket.end(`${head("transfer-encoding: chunked\r\n")}-1\r\n`),
  "a length and chunks": (socket) => void socket.end(head("content-length: 5\r\ntransfer-encoding: chunked\r\n")),
  "two lengths": (socket) => void socket.end(`${head("content-length: 5\r\ncontent-length: 6\r\n")}abcde`),
  "a body without end": (socket) => {
    socket.write(head(""));
    flood(socket, "a".repeat(65_536));
  },
  "a body in drops": (socket) => {
    socket.write(head("content-length: 1000000\r\n"));
    const drip = (): void => {
      if (socket.destroyed) return;
      socket.write("a");
      systemClock.after(20, drip);
    };
    drip();
  },
  "16 MiB that are packed into 16 KiB": (socket) => {
    socket.write(head(`content-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n`));
    socket.end(bomb);
  },
  "a redirect into the machine": (socket) =>
    void socket.end("HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/admin\r\ncontent-length: 0\r\n\r\n"),
  "lists in lists, a thousand levels": (socket) => {
    const deep = `{"keys":${"[".repeat(30_000)}${"]".repeat(30_000)}}`;
    socket.end(`${head(`content-length: ${deep.length}\r\n`)}${deep}`);
  },
  "ten thousand keys": (socket) => {
    const keys = `{"keys":[${Array(10_000).fill("{}").join(",")}]}`;
    socket.end(`${head(`content-length: ${keys.length}\r\n`)}${keys}`);
  },
};

/** Of a file, drops are a slow line: they go on until the reader has had enough. */
const endless = new Set(["a body in drops"]);

let behave: Answer = () => undefined;
const provider = createServer((socket) => {
  socket.on("error", () => undefined);
  socket.once("data", () => behave(socket));
});
let meta: MetaEndpoint;
let honest: IntegratorHost;
let base: string;

const profile = testProfile({
  media: { answerTimeoutMs: 500, idleTimeoutMs: 500, maximumRelayedBytes: 2_000_000 },
  keySet: { fetchTimeoutMs: 500 },
});

beforeAll(async () => {
  provider.listen(0, "127.0.0.1");
  await once(provider, "listening");
  base = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  meta = await startMetaEndpoint({ profile, seed: "servers" });
  honest = await integratorHost(profile, systemClock.now);
});
afterAll(async () => {
  await Promise.all([meta.close(), honest.host.close()]);
  provider.close();
});

/** All servers are the hostile one, or only the one named. */
function point(server: "jwks" | "media"): void {
  const { endpoints } = honest.integrator;
  meta.integrator({ ...honest.integrator, endpoints: { ...endpoints, [server]: `${base}/x` } });
}

describe.each(Object.entries(answers))("a provider's server that answers with %s", (name, answer) => {
  test("as a key endpoint: the enlistment is refused, the next one of an honest provider works", async () => {
    behave = answer;
    point("jwks");
    expect((await enlistAt(meta.endpoints.enlistUrl, honest, "ada")).login).toBeUndefined();
    meta.integrator(honest.integrator);
    expect((await enlistAt(meta.endpoints.enlistUrl, honest, "ada")).login).toMatch(/@interop$/);
  });

  test("as a media host, over a slow line too: the download ends, and the endpoint goes on", async () => {
    behave = answer;
    point("media");
    const { id, slug } = honest.integrator;
    const url = `${meta.endpoints.mediaUrl}/interop/whatsapp/download/${profile.media.integratorForm === "slug" ? slug : id}/abc/`;
    for (const isSlow of [false, true]) {
      if (isSlow) meta.arm({ fault: "media-bandwidth", params: { bytesPerSecond: 100_000_000 } });
      // A client that has got a part already sees the connection end.
      const response = await fetch(url, { headers: { "accept-encoding": "identity" } }).catch(() => undefined);
      if (endless.has(name)) await response?.body?.cancel();
      else await response?.arrayBuffer().catch(() => undefined);
      expect([undefined, 200, 502, 504]).toContain(response?.status);
    }
    await meta.reset();
    meta.integrator(honest.integrator);
    expect((await enlistAt(meta.endpoints.enlistUrl, honest, "bob")).login).toMatch(/@interop$/);
  });
});
