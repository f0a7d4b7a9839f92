import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { utf8 } from "../../core/bytes.js";
import { type MetaTenant, startMetaEndpoint } from "../../mock-server/index.js";
import { chatClient, rawWebSocket } from "../../mock-server/servers/chat/testing/chat-client.js";
import { type IntegratorHost, integratorHost } from "../../mock-server/testing/integrator-host.js";
import { iq } from "../../mock-server/testing/engine-bench.js";
import { enlistAt, type Enlisted, messageStanza, payloadFor, testProfile } from "../../mock-server/testing/rig.js";
import { node } from "../../protocol/stanza/node.js";
import { systemClock } from "../../runtime/system-clock.js";

const profile = testProfile();
let endpoint: Awaited<ReturnType<typeof startMetaEndpoint>>;
/** Two tenants of one endpoint. Both know the same provider, as in two runs side by side. */
let mine: MetaTenant;
let other: MetaTenant;
let host: IntegratorHost;
let victim: Enlisted;
let attacker: Enlisted;

beforeAll(async () => {
  endpoint = await startMetaEndpoint({ profile, seed: "isolation" });
  [mine, other] = [await endpoint.tenant({ id: "mine" }), await endpoint.tenant({ id: "other" })];
  host = await integratorHost(profile, systemClock.now);
  mine.integrator(host.integrator);
  other.integrator(host.integrator);
  victim = await enlistAt(mine.endpoints.enlistUrl, host, "victim");
  attacker = await enlistAt(other.endpoints.enlistUrl, host, "attacker");
});
afterAll(() => Promise.all([endpoint.close(), host.host.close()]));

async function connect(tenant: MetaTenant, user: Enlisted) {
  const payload = await payloadFor(user, host);
  const { chatUrl, rootKey } = tenant.endpoints;
  return chatClient(await rawWebSocket(chatUrl), { staticKey: user.staticKey, rootKey, payload });
}

/** Everything that the victim's tenant has seen since, in one text. */
function seenBy(tenant: MetaTenant, since: number): string {
  return JSON.stringify(tenant.journal.entries.filter(({ seq }) => seq > since));
}

test("a user of one tenant cannot log in to another, not even with a good token", async () => {
  const client = await connect(mine, attacker);
  expect(await client.take("failure")).toBeDefined();
  await client.closed;
});

test("the keys of one tenant are no root of another", async () => {
  expect(mine.endpoints.rootKey).not.toBe(other.endpoints.rootKey);
  const payload = await payloadFor(victim, host);
  const raw = await rawWebSocket(mine.endpoints.chatUrl);
  const options = { staticKey: victim.staticKey, rootKey: other.endpoints.rootKey, payload };
  await expect(chatClient(raw, options)).rejects.toThrow();
  raw.end();
});

test("messages, key requests and blocks for a user of another tenant find nobody", async () => {
  const client = await connect(other, attacker);
  await client.take("success");
  const before = mine.journal.last;
  client.send(messageStanza("m1", victim.login, utf8("for the other tenant")));
  client.send(iq("get", "encrypt", [node("key", {}, [node("user", { jid: victim.login })])], "k1"));
  const answer = await client.take("iq", { id: "k1" });
  expect(JSON.stringify(answer)).not.toContain(Buffer.from(victim.identity).toString("base64"));
  expect(seenBy(mine, before)).toBe("[]");
  client.end();
  await client.closed;
});

test("a path that climbs out of a tenant leads nowhere", async () => {
  const { origin, pathname } = new URL(other.endpoints.enlistUrl);
  for (const path of [
    `/t/other/../mine${pathname.slice(8)}`,
    `/t/other/%2e%2e/mine${pathname.slice(8)}`,
    `/t/other//t/mine${pathname.slice(8)}`,
    `/t/MINE${pathname.slice(8)}`,
    `/t/mine%00${pathname.slice(8)}`,
  ]) {
    const before = other.journal.last;
    // `fetch` itself resolves dots, so that the request is for "mine" in the first case: it is then that tenant's own.
    const response = await fetch(origin + path, { method: "POST", body: "x=y" });
    if (new URL(origin + path).pathname.startsWith("/t/mine/")) continue;
    expect([path, response.status]).toEqual([path, 404]);
    expect(seenBy(other, before)).not.toContain('"kind":"enlistment"');
  }
});

test("a flood on one tenant drops nothing of another's journal, and nobody's connection there", async () => {
  const bystander = await connect(mine, victim);
  await bystander.take("success");
  const [first, size] = [mine.journal.entries[0]?.seq, mine.journal.entries.length];
  const client = await connect(other, attacker);
  await client.take("success");
  for (let at = 0; at < 5000; at++) client.send(messageStanza(`f${at}`, "1-1@interop", new Uint8Array(2000)));
  client.send(iq("get", "w:p", undefined, "end"));
  await client.take("iq", { id: "end" });
  await other.reset();
  await client.closed;
  bystander.send(iq("get", "w:p", undefined, "still"));
  expect(await bystander.take("iq", { id: "still" })).toBeDefined();
  expect([mine.journal.entries[0]?.seq, mine.journal.entries.length >= size]).toEqual([first, true]);
  bystander.end();
});

test("time that moves in one tenant stands still in another", () => {
  const before = mine.clock.now();
  other.clock.advance(365 * 86_400_000);
  expect(mine.clock.now() - before).toBeLessThan(86_400_000);
});
