import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import express from "express";
import { traceOf } from "../../../harness/trace/trace.js";
import { loadProfile } from "../../../profiles/load.js";
import { parsePush } from "../../../protocol/push/push.js";
import { parseKeySet } from "../../../protocol/token/key-set.js";
import { verifyToken } from "../../../protocol/token/verify.js";
import { seededRandom } from "../../../runtime/random.js";
import { systemClock } from "../../../runtime/system-clock.js";
import { createIntegrators } from "../../accounts/integrators.js";
import { createFaultBoard } from "../../faults/board.js";
import { createHttpCaller, type HttpCaller } from "../../http/caller.js";
import { countExchanges } from "../../http/exchange.js";
import { createJournal } from "../../journal/journal.js";
import { type HttpHost, httpHost } from "../../testing/http-host.js";
import { keysServer } from "../keys/server.js";
import { metaKeySetPath } from "../keys/signer.js";
import { createMetaSigner } from "../keys/signer.js";
import { createPusher, type Pusher } from "./server.js";

const { profile } = await loadProfile("whatsapp");
const login = "900-10000000000001@interop";

let meta: Server;
let provider: HttpHost;
let caller: HttpCaller;
let pusher: Pusher;
let journal: ReturnType<typeof createJournal>;
let answering: (() => void)[] | undefined;

beforeEach(async () => {
  answering = undefined;
  provider = await httpHost((_, response) => {
    if (answering === undefined) response.end();
    else answering.push(() => response.end());
  });
  journal = createJournal({ clock: systemClock });
  const nextExchange = countExchanges();
  caller = createHttpCaller({ clock: systemClock, journal, nextExchange });
  const integrators = createIntegrators();
  const signer = createMetaSigner();
  const faults = createFaultBoard({ journal, random: seededRandom("pushes") });
  pusher = createPusher({ profile: profile.push, clock: systemClock, integrators, signer, caller, faults });
  integrators.put({
    id: 900,
    slug: "conformance",
    endpoints: { jwks: "", media: "", push: `${provider.url}/base/push` },
  });
  meta = createServer(express().use(keysServer({ journal, nextExchange, signer, faults })));
  await new Promise<void>((resolve) => meta.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  caller.close();
  await provider.close();
  await new Promise((resolve) => {
    meta.close(resolve);
    meta.closeAllConnections();
  });
});

async function pushes(count: number) {
  const isAnswer = ({ kind }: { kind: string }) => kind === "http" && answered().length >= count;
  await journal.wait(isAnswer, { ms: 5000 });
  return answered();
}

function answered() {
  return traceOf(journal.entries).http.server("push").responses.list;
}

test("a push names the user and proves that Meta sent it", async () => {
  pusher.push(login, "ada@example.org");
  expect(await pushes(1)).toMatchObject([{ by: "provider", status: 200, url: `${provider.url}/base/push` }]);
  const [request] = provider.requests;
  expect(request).toMatchObject({ method: "POST", url: "/base/push", body: '{"to":"ada@example.org"}' });

  const token = request?.headers.authorization?.replace("Bearer ", "") ?? "";
  const { port } = meta.address() as AddressInfo;
  const keySet = parseKeySet(await (await fetch(`http://127.0.0.1:${port}${metaKeySetPath}`)).text());
  const { claims } = await verifyToken(token, keySet, {
    nowSeconds: Math.floor(systemClock.now() / 1000),
    clockSkewSeconds: 5,
    issuer: profile.push.issuer,
    audience: `${provider.url}/base`,
    algorithms: ["RS256"],
    maxBytes: 4096,
  });
  expect(Number(claims["exp"]) - Number(claims["iat"])).toBe(profile.push.lifetimeSeconds);

  const trace = traceOf(journal.entries);
  expect(trace.http.server("keys").responses.list).toMatchObject([{ by: "harness", status: 200 }]);
  expect(JSON.stringify(journal.entries)).not.toContain(token.split(".")[2]);
});

test("no more than four go out at once, and a waiting user is pushed once", async () => {
  answering = [];
  const users = [1, 2, 3, 4, 5, 6].map((number) => `900-${number}@interop`);
  for (const user of [...users, "900-6@interop"]) pusher.push(user, user);
  await until(() => answering?.length === 4);
  expect(provider.requests).toHaveLength(4);
  for (const answer of answering.splice(0)) answer();
  await until(() => answering?.length === 2);
  for (const answer of answering.splice(0)) answer();
  await pushes(6);
  const woken = provider.requests.map(({ body }) => parsePush(body).to);
  expect(woken.sort()).toEqual(users);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

test("a push that fails is in the trace and troubles nobody", async () => {
  await provider.close();
  pusher.push(login, "ada");
  const [answer] = await pushes(1);
  expect(answer?.body).toContain("http-unreachable");
  expect(answer).not.toHaveProperty("status");
});

test("users of unknown integrators are not pushed", () => {
  pusher.push("901-1@interop", "eve");
  expect(journal.entries).toEqual([]);
});
