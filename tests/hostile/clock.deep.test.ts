import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Clock } from "../../core/clock.js";
import { type MetaEndpoint, startMetaEndpoint } from "../../mock-server/index.js";
import { adminOf } from "../../mock-server/testing/admin-bench.js";
import { iq } from "../../mock-server/testing/engine-bench.js";
import { chatClient, rawTcp } from "../../mock-server/servers/chat/testing/chat-client.js";
import { type IntegratorHost, integratorHost } from "../../mock-server/testing/integrator-host.js";
import { enlistAt, type Enlisted, messageStanza, payloadFor, testProfile } from "../../mock-server/testing/rig.js";
import { systemClock } from "../../runtime/system-clock.js";

const profile = testProfile();
let jump = 0;
/** The clock of a machine that somebody sets while the endpoint runs. Monotonic time goes on. */
const setClock: Clock = { ...systemClock, now: () => systemClock.now() + jump };
let meta: MetaEndpoint;
let host: IntegratorHost;

beforeAll(async () => {
  meta = await startMetaEndpoint({ profile, seed: "jumps", clock: setClock, admin: {} });
  host = await integratorHost(profile, setClock.now);
  meta.integrator(host.integrator);
});
afterAll(() => Promise.all([meta.close(), host.host.close()]));

async function connect(user: Enlisted) {
  const payload = await payloadFor(user, host);
  const raw = await rawTcp(meta.chatTcpPort);
  return chatClient(raw, { staticKey: user.staticKey, rootKey: meta.endpoints.rootKey, payload });
}

const hour = 3_600_000;

test.each([
  ["an hour back", -hour],
  ["five minutes on", 300_000],
  ["a day back", -24 * hour],
])("the machine's clock jumps %s: who is connected stays, messages arrive, and users log in", async (name, ms) => {
  const [ada, bob] = [
    await enlistAt(meta.endpoints.enlistUrl, host, `ada ${name}`),
    await enlistAt(meta.endpoints.enlistUrl, host, `bob ${name}`),
  ];
  const client = await connect(ada);
  await client.take("success");
  jump += ms;
  client.send(messageStanza("over", bob.login));
  client.send(iq("get", "w:p", undefined, "still"));
  await client.take("iq", { id: "still" });
  const later = await connect(bob);
  expect((await later.take("message")).attrs).toMatchObject({ id: "over", from: ada.login });
  const found = await meta.journal.wait(({ kind }) => kind === "stanza", { ms: 60_000 });
  expect(found).toBeDefined();
  client.end();
  later.end();
  jump -= ms;
});

test("entries keep their order when the machine's clock goes back", async () => {
  const first = meta.journal.last;
  await enlistAt(meta.endpoints.enlistUrl, host, "before");
  jump -= 24 * hour;
  await enlistAt(meta.endpoints.enlistUrl, host, "after");
  jump += 24 * hour;
  const numbers = meta.journal.entries.filter(({ seq }) => seq > first).map(({ seq }) => seq);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test.each([[-1], [1e300], ["1e9"], [null], [0.5], [Number.MAX_SAFE_INTEGER]])(
  "the admin API refuses to move its clock by %j, or survives it",
  async (ms) => {
    const ask = adminOf(meta.manifest());
    const { status } = await ask("POST", "/v1/clock/advance", { body: { ms } });
    expect([200, 204, 400]).toContain(status);
    expect((await ask("GET", "/v1/clock")).status).toBe(200);
  },
);

test("ten years pass at once: who is away is forgotten, and a user enlists again", async () => {
  const ada = await enlistAt(meta.endpoints.enlistUrl, host, "ada");
  const { status } = await adminOf(meta.manifest())("POST", "/v1/clock/advance", { body: { ms: 30 * 24 * hour } });
  expect(status).toBeLessThan(300);
  expect((await enlistAt(meta.endpoints.enlistUrl, host, "ada")).login).toBe(ada.login);
});
