import { once } from "node:events";
import { createServer, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { startMetaEndpoint, type MetaEndpoint } from "../index.js";
import { testProfile } from "../testing/rig.js";

// Node warns of a leak when a response has more than ten listeners for one event. A server that adds one whenever its reader
// is slow, and never removes it, gets there with any large answer.

const mostListeners = 10;
const file = Buffer.alloc(4_000_000, "no two pieces of this are the same");
const host = createServer((request, response) => {
  const [, from = "0"] = /^bytes=(\d+)-/.exec(request.headers.range ?? "") ?? [];
  response.end(file.subarray(Number(from)));
});

let meta: MetaEndpoint;
/** How many listeners for `close` a response had at each of its writes. */
const counts = new Map<ServerResponse, number[]>();

beforeAll(async () => {
  const profile = testProfile();
  meta = await startMetaEndpoint({ profile, seed: "listeners", admin: {} });
  host.listen(0, "127.0.0.1");
  await once(host, "listening");
  const base = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  meta.integrator({ ...profile.integrator, endpoints: { jwks: base, media: base, push: base } });
});

beforeEach(() => {
  counts.clear();
  const { write } = ServerResponse.prototype;
  jest.spyOn(ServerResponse.prototype, "write").mockImplementation(function (
    this: ServerResponse,
    ...given: unknown[]
  ) {
    const known = counts.get(this) ?? [];
    counts.set(this, known);
    known.push(this.listenerCount("close"));
    return Reflect.apply(write, this, given) as boolean;
  });
});

afterEach(() => void jest.restoreAllMocks());

afterAll(async () => {
  await meta.close();
  host.closeAllConnections();
  host.close();
});

/** Reads piece by piece, and leaves the event loop alone in between. */
async function readSlowly(url: string, headers: Record<string, string>): Promise<number> {
  const { body } = await fetch(url, { headers });
  let bytes = 0;
  for await (const piece of body ?? []) {
    bytes += piece.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return bytes;
}

function mostAtOnce(): number {
  return Math.max(...[...counts.values()].flat());
}

describe("listeners of one response stay few", () => {
  test("while the journal is exported", async () => {
    for (let each = 0; each < 5000; each++) meta.journal.record({ kind: "clock", by: "harness", advancedMs: each });
    const { adminUrl, adminToken } = meta.manifest();
    await readSlowly(`${adminUrl}/v1/journal/export`, { authorization: `Bearer ${adminToken}` });
    expect(Math.max(...[...counts.values()].map(({ length }) => length))).toBe(5000);
    expect(mostAtOnce()).toBeLessThanOrEqual(mostListeners);
  });

  test("while slow readers fetch many parts of one file", async () => {
    const url = `${meta.endpoints.mediaUrl}/interop/whatsapp/download/${meta.profile.integrator.slug}/abc/`;
    const starts = Array.from({ length: 24 }, (_, index) => index * 100_000);
    const read = await Promise.all(starts.map((start) => readSlowly(url, { range: `bytes=${start}-` })));
    expect(read).toEqual(starts.map((start) => file.length - start));
    expect(mostAtOnce()).toBeLessThanOrEqual(mostListeners);
  });
});
