import { createServer } from "node:http";
import { describe, expect, test } from "@jest/globals";
import type { ClientPayload } from "../../protocol/noise/client-payload.js";
import { encodeFrame } from "../../protocol/noise/framing.js";
import { fromXml } from "../../protocol/stanza/xml/read.js";
import { toXml } from "../../protocol/stanza/xml/write.js";
import { systemClock } from "../../runtime/system-clock.js";
import { listen, stopListening } from "../http/listen.js";
import { startMetaEndpoint } from "../index.js";
import { chatClient, rawWebSocket } from "../servers/chat/testing/chat-client.js";
import { iq } from "../testing/engine-bench.js";
import { integratorHost } from "../testing/integrator-host.js";
import { enlistAt, payloadFor, startRig, testProfile } from "../testing/rig.js";

const profile = testProfile();

test("two endpoints live side by side and hand out their own addresses", async () => {
  const [one, two] = await Promise.all([startMetaEndpoint({ profile }), startMetaEndpoint({ profile, seed: "s" })]);
  expect(one.manifest()).toEqual({
    enlistUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/3p\/interop_reg$/),
    chatUrl: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/ws\/chat$/),
    mediaUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    jwksUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\.well-known\/jwks$/),
    rootKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    tlsCa: null,
    adminUrl: null,
    adminToken: null,
  });
  expect(one.endpoints.chatUrl).not.toBe(two.endpoints.chatUrl);
  expect(one.seed).toMatch(/^[0-9a-f]{16}$/);
  const answers = await Promise.all([fetch(two.endpoints.jwksUrl), fetch(`${two.endpoints.mediaUrl}/none`)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 404]);
  await Promise.all([one.close(), two.close()]);
});

test("the same seed gives the same keys", async () => {
  const started = await Promise.all(["a", "a", "b"].map((seed) => startMetaEndpoint({ profile, seed })));
  const [first, second, third] = started.map(({ endpoints }) => endpoints.rootKey);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
  await Promise.all(started.map((meta) => meta.close()));
});

test("a host name can be advertised instead of the bound address", async () => {
  const meta = await startMetaEndpoint({ profile, listen: { host: "127.0.0.1", advertise: "meta.test" } });
  expect(meta.endpoints.chatUrl).toMatch(/^ws:\/\/meta\.test:\d+\/ws\/chat$/);
  await meta.close();
});

test("a taken port is the system's error, and nothing stays open", async () => {
  const taken = createServer();
  const httpPort = await listen(taken, "127.0.0.1", 0);
  await expect(startMetaEndpoint({ profile, listen: { httpPort } })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await stopListening(taken);
});

test("a profile that asks for no encryption is refused", async () => {
  const unsafe = testProfile({ channel: { noise: "off" } });
  await expect(startMetaEndpoint({ profile: unsafe })).rejects.toMatchObject({ code: "unsupported-profile-value" });
});

describe("time", () => {
  test("can be moved; the trace says so and the engine follows", async () => {
    const rig = await startRig();
    const ada = await rig.enlist("ada");
    rig.meta.clock.advance(31 * 86_400_000);
    expect(rig.meta.journal.entries.at(-1)).toMatchObject({ kind: "clock", advancedMs: 31 * 86_400_000 });
    const client = await rig.connect(ada);
    expect((await client.take("failure")).attrs["reason"]).toBe("401");
    await rig.close();
  });

  test("that was moved does not affect a login: tokens and certificates use real time", async () => {
    const rig = await startRig();
    const ada = await rig.enlist("ada");
    rig.meta.clock.advance(29 * 86_400_000);
    const client = await rig.connect(ada);
    expect(await client.take("success")).toBeDefined();
    await rig.close();
  });
});

test("reset forgets accounts, connections and faults; close ends every wait", async () => {
  const rig = await startRig();
  const ada = await rig.enlist("ada");
  const client = await rig.connect(ada);
  await client.take("success");
  rig.meta.arm({ fault: "login-failure" });
  await rig.meta.reset();
  expect(await client.closed).toBe(1006);
  expect((await (await rig.connect(ada)).take("failure")).attrs["reason"]).toBe("401");
  const again = await rig.enlist("ada");
  expect(await (await rig.connect(again)).take("success")).toBeDefined();
  const waiting = rig.meta.journal.wait(() => false, { ms: 60_000 });
  await rig.close();
  expect(await waiting).toBeUndefined();
});

test("textual stanzas, when the profile says so", async () => {
  const rig = await startRig({ channel: { wire: "xml" } });
  const client = await rig.connect(await rig.enlist("ada"));
  client.sendPlaintext(Buffer.from(toXml(iq("get", "w:p"))));
  const isAnswer = (entry: { kind: string }) => entry.kind === "stanza" && JSON.stringify(entry).includes('"result"');
  expect(await rig.meta.journal.wait(isAnswer, { ms: 2000 })).toMatchObject({ compressed: false, direction: "out" });
  // The test client reads binary stanzas only: what came is broken for it, and text for us.
  expect(await client.broken.take("a textual stanza", () => true)).toBeDefined();
  expect(fromXml("<iq/>").tag).toBe("iq");
  client.sendRaw(encodeFrame(new Uint8Array(1)));
  await client.closed;
  await rig.close();
});

test("several integrators of one side: each enlists, and logs in to its own accounts", async () => {
  const rig = await startRig();
  const { meta } = rig;
  const others = { ...meta.profile, integrator: { id: 42, slug: "another" } };
  const second = await integratorHost(others, systemClock.now);
  meta.integrator(second.integrator);
  const bob = await enlistAt(meta.endpoints.enlistUrl, second, "bob");
  expect(bob.login).toMatch(/^42-/);
  const { chatUrl, rootKey } = meta.endpoints;
  const log = async (payload: ClientPayload) =>
    chatClient(await rawWebSocket(chatUrl), { staticKey: bob.staticKey, rootKey, payload });
  expect(await (await log(await payloadFor(bob, second))).take("success")).toBeDefined();
  // The same account by a token of the other integrator.
  expect((await (await log(await payloadFor(bob, rig.integrator))).take("failure")).attrs["reason"]).toBe("401");
  await Promise.all([rig.close(), second.host.close()]);
});
