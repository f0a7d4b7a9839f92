import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { toHex } from "../../../core/bytes.js";
import { systemClock } from "../../../runtime/system-clock.js";
import { type MetaEndpoint, startMetaEndpoint } from "../../index.js";
import { validatorOf } from "../../schema/validate.js";
import { adminOf, type AskAdmin } from "../../testing/admin-bench.js";
import { type IntegratorHost, integratorHost } from "../../testing/integrator-host.js";
import { enlistAt, type Enlisted, freshKeys, payloadFor, testProfile } from "../../testing/rig.js";
import { type ChatClient, chatClient, rawWebSocket } from "../chat/testing/chat-client.js";
import { components } from "./contract/components.js";
import { type AnyContract } from "./contract/contract.js";
import { contracts } from "./contract/index.js";

let meta: MetaEndpoint;
let ask: AskAdmin;
let host: IntegratorHost;
let ada: Enlisted;
let client: ChatClient;
let jid: string;

const byId: Readonly<Record<string, AnyContract>> = contracts;
const called = new Set<string>();

beforeAll(async () => {
  const profile = testProfile();
  meta = await startMetaEndpoint({ profile, admin: {}, tls: false });
  host = await integratorHost(profile, systemClock.now);
  ask = adminOf(meta.manifest());
  await call("putIntegrator", "/v1/integrators", host.integrator);
  ada = await enlistAt(meta.endpoints.enlistUrl, host, "ada");
  const { rootKey, chatUrl } = meta.endpoints;
  const payload = await payloadFor(ada, host);
  client = await chatClient(await rawWebSocket(chatUrl), { staticKey: ada.staticKey, rootKey, payload });
  await client.take("success");
  ({ jid } = (await call("createUser", "/v1/users")) as { jid: string });
});
afterAll(async () => {
  await Promise.all([meta.close(), host.host.close()]);
});

/** Performs one operation, and holds the answer against its contract. */
async function call(id: string, path: string, body?: object): Promise<unknown> {
  const contract = byId[id];
  if (contract === undefined) throw new Error(`No operation ${id}`);
  called.add(id);
  const { method, answer } = contract;
  const found = await ask(method.toUpperCase(), path, { ...(body !== undefined && { body }) });
  expect([id, found.status, found.text.slice(0, 300)]).toEqual([id, answer.status, expect.any(String)]);
  if (answer.media !== undefined) expect(found.headers.get("content-type")).toContain(answer.media);
  else if (answer.schema === undefined) expect(found.text).toBe("");
  else expect(validatorOf(answer.schema, { components })(found.json)).toEqual([]);
  return found.json;
}

describe("answers keep their contracts", () => {
  test("of accounts", async () => {
    const { identity, signedPreKey } = freshKeys();
    await call("enlistAccount", "/v1/accounts", {
      login: "900-77@interop",
      userId: "bob",
      authKey: "ab".repeat(32),
      identity: toHex(identity),
      registrationId: 7,
      signedPreKey: {
        id: 1,
        publicKey: toHex(signedPreKey.publicKey),
        signature: toHex(signedPreKey.signature),
      },
    });
    expect(await call("getAccount", "/v1/accounts/900-77@interop")).toMatchObject({ userId: "bob", connected: false });
    expect(await call("listAccounts", "/v1/accounts")).toMatchObject({
      accounts: [{ login: ada.login, connected: true }, { userId: "bob" }],
    });
    await call("removeAccount", "/v1/accounts/900-77@interop");
    await call("listIntegrators", "/v1/integrators");
  });

  test("of users and messages: a message for ada leaves as ordinary traffic", async () => {
    await call("listUsers", "/v1/users");
    const content = { type: "text", text: "hi" };
    const { id } = (await call("sendMessage", `/v1/users/${jid}/messages`, { to: ada.login, content })) as {
      readonly id: string;
    };
    expect((await client.take("message", { id })).attrs["from"]).toBe(jid);
    await call("listMessages", `/v1/users/${jid}/messages?limit=5`);
    await call("markRead", `/v1/users/${jid}/read`, { from: ada.login, ids: [id, "B"] });
    expect(await client.take("receipt", { id })).toMatchObject({ attrs: { from: jid, type: "read" } });
    await call("showTyping", `/v1/users/${jid}/typing`, { to: ada.login, state: "composing" });
    expect((await client.take("chatstate")).attrs["from"]).toBe(jid);
    await call("blockLogin", `/v1/users/${jid}/blocked`, { login: ada.login });
    await call("setOptedIn", `/v1/users/${jid}/opted-in`, { optedIn: false });
    await call("changeIdentity", `/v1/users/${jid}/identity`);
    const { jid: other } = (await call("createUser", "/v1/users")) as { readonly jid: string };
    await call("removeUser", `/v1/users/${other}`);
  });

  test("of what else users do, and of their devices", async () => {
    const { id: tenant } = (await call("createTenant", "/v1/tenants", { profile: "whatsapp-consumer" })) as {
      readonly id: string;
    };
    const root = `/v1/tenants/${tenant}`;
    const eve = (await call("createUser", `${root}/users`, { name: "Eve" })) as { readonly jid: string };
    const fay = (await call("createUser", `${root}/users`)) as { readonly jid: string; readonly lid: string };
    const user = `${root}/users/${eve.jid}`;
    await call("showPresence", `${user}/presence`, { type: "available" });
    await call("showTyping", `${user}/typing`, { to: fay.jid, state: "composing" });
    const image = { type: "image", data: Buffer.alloc(300, 7).toString("base64"), mimetype: "image/png" };
    const sent = (await call("sendMessage", `${user}/messages`, { to: fay.jid, content: image })) as { id: string };
    const opened = { kind: "opened", messageId: sent.id };
    await call("wait", `${root}/wait`, { predicate: opened, timeoutMs: 5000 });
    await call("markRead", `${root}/users/${fay.jid}/read`, { from: eve.jid, ids: [sent.id] });
    const plans = { subject: "Plans", members: [fay.lid] };
    const { jid: group } = (await call("createGroup", `${user}/groups`, plans)) as { readonly jid: string };
    await call("changeGroup", `${user}/groups/${group}/members`, { change: "remove", members: [fay.lid] });
    await call("addDevice", `${user}/devices`, {});
    const { identity, registrationId, signedPreKey } = freshKeys();
    const device = {
      noiseKey: "ab".repeat(32),
      identityKey: toHex(identity),
      registrationId,
      signedPreKey: {
        id: signedPreKey.id,
        publicKey: toHex(signedPreKey.publicKey),
        signature: toHex(signedPreKey.signature),
      },
    };
    const { jid: adopted } = (await call("adoptDevice", `${user}/devices/adopt`, device)) as { readonly jid: string };
    const { devices } = (await call("listDevices", `${root}/devices?user=${eve.jid}`)) as { devices: unknown[] };
    expect(devices).toMatchObject([
      { jid: eve.jid, simulated: true, connected: true },
      { simulated: true, connected: true },
      { jid: adopted, simulated: false, connected: false, preKeysLeft: 0, queued: expect.any(Number) },
    ]);
    await call("unlinkDevice", `${root}/devices/${encodeURIComponent(adopted)}`);
    const code = ["2@x", ...Array.from({ length: 3 }, () => Buffer.alloc(32).toString("base64"))].join(",");
    const refused = await ask("POST", `${user}/devices/pair`, { body: { code } });
    // Only a client that waits with its code can be paired; the tests with foreign clients do that.
    expect(refused.json).toMatchObject({ status: 422, code: "pairing-unknown" });
    called.add("pairDevice");
    const spoilt = { ...image, data: "no base64!" };
    const bad = await ask("POST", `${user}/messages`, { body: { to: fay.jid, content: spoilt } });
    expect(bad.json).toMatchObject({ code: "bad-request", errors: [{ field: "/content/data" }] });
  });

  test("of messages and devices", async () => {
    const { id } = (await call("sendMessage", `/v1/users/${jid}/messages`, {
      to: ada.login,
      content: { type: "text", text: "Followed" },
    })) as { readonly id: string };
    const { messages } = (await call("listAllMessages", `/v1/messages?party=${jid}`)) as { messages: unknown[] };
    expect(messages.at(-1)).toMatchObject({ id, from: jid, to: ada.login, content: { text: "Followed" } });
    expect(await call("getMessage", `/v1/messages/${id}`)).toMatchObject({
      events: [{ step: "sealed" }, { step: "handed-over" }],
    });
    expect(await call("listDevices", "/v1/devices")).toEqual({ devices: [] });
  });

  test("of files", async () => {
    const blob = Buffer.alloc(300, 9);
    const file = (await call("putMedia", "/v1/media", { data: blob.toString("base64") })) as {
      id: string;
      path: string;
    };
    const fetched = await fetch(meta.endpoints.mediaUrl + file.path);
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(blob);
    expect(await call("listMedia", "/v1/media")).toEqual({ files: [file] });
    const read = await call("readMedia", `/v1/media/${file.id}`);
    expect(read).toEqual({ ...file, data: blob.toString("base64") });
    await call("removeMedia", `/v1/media/${file.id}`);
    expect((await fetch(meta.endpoints.mediaUrl + file.path)).status).toBe(404);
    const gone = await ask("GET", `/v1/media/${file.id}`);
    expect(gone.json).toMatchObject({ status: 404, code: "not-found" });
    const spoilt = await ask("POST", "/v1/media", { body: { data: "no base64!" } });
    expect(spoilt.json).toMatchObject({ code: "bad-request", errors: [{ field: "/data" }] });
  });

  test("of sessions and push: any stanza, as the server", async () => {
    await call("listSessions", "/v1/sessions");
    const node = { tag: "ib", attrs: { from: "s.whatsapp.net" }, children: [{ tag: "x", attrs: {}, bytes: "AQI=" }] };
    await call("sendStanzas", `/v1/sessions/${ada.login}/stanzas`, { stanzas: [node] });
    const isIt = ({ content }: { readonly content?: unknown }) => JSON.stringify(content)?.includes('"x"') ?? false;
    expect(await client.stanzas.take("the stanza", isIt)).toMatchObject({ tag: "ib" });
    await call("sendPush", "/v1/push", { login: ada.login });
    const waiting = { predicate: { kind: "http", server: "push", part: "request" }, timeoutMs: 5000 };
    await call("wait", "/v1/wait", waiting);
    await call("dropSession", `/v1/sessions/${ada.login}`);
    await client.closed;
  });

  test("of faults, clock and journal", async () => {
    await call("listFaultKinds", "/v1/faults/kinds");
    const { id } = (await call("armFault", "/v1/faults", { fault: "login-failure" })) as { readonly id: number };
    await call("listFaults", "/v1/faults");
    await call("disarmFault", `/v1/faults/${id}`);
    await call("disarmFaults", "/v1/faults");
    await call("advanceClock", "/v1/clock/advance", { ms: 60_000 });
    expect(await call("readClock", "/v1/clock")).toMatchObject({ aheadMs: expect.closeTo(60_000, -2) });
    await call("readJournal", "/v1/journal");
    await call("queryJournal", "/v1/journal/query", { predicate: {} });
    await call("readEntry", "/v1/journal/1");
    await call("exportJournal", "/v1/journal/export");
  });

  test("of tenants and the server", async () => {
    const { id } = (await call("createTenant", "/v1/tenants", {})) as { readonly id: string };
    await call("listTenants", "/v1/tenants");
    const following = call("followJournal", `/v1/tenants/${id}/journal/follow`, {});
    await call("getTenant", `/v1/tenants/${id}`);
    await call("resetTenant", `/v1/tenants/${id}/reset`);
    await call("removeTenant", `/v1/tenants/${id}`);
    await following;
    await call("health", "/health");
    const metrics = (await ask("GET", "/metrics")).text;
    await call("readMetrics", "/metrics");
    expect(metrics).toMatch(/^interop_connections_total\{tenant="[^"]+",event="opened"\} [1-9]/m);
    expect(metrics).toMatch(/^interop_logins_total\{tenant="[^"]+",outcome="accepted"\} [1-9]/m);
    expect(metrics).toMatch(
      /^interop_stanzas_total\{tenant="[^"]+",direction="out",kind="success",verdict="sent"\} [1-9]/m,
    );
    for (const name of ["mailbox_stanzas", "journal_dropped_entries", "connections_open"]) {
      expect(metrics).toMatch(new RegExp(`^interop_${name}\\{tenant="[^"]+"\\} \\d`, "m"));
    }
    const dashboard = readFileSync(new URL("../../../ci/grafana-dashboard.json", import.meta.url), "utf8");
    const shown = new Set([...dashboard.matchAll(/\b(?:interop|nodejs)_\w+/g)].map(([name]) => name));
    expect(shown.size).toBeGreaterThan(5);
    expect([...shown].filter((name) => !metrics.includes(`# TYPE ${name} `))).toEqual([]);
    expect(metrics).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    await call("ready", "/ready");
    await call("readServer", "/v1/server");
    await call("readDocument", "/openapi.json");
    await call("readPage", "/docs");
    const secure = await startMetaEndpoint({ profile: testProfile(), admin: {}, tls: true });
    const plain = ask;
    ask = adminOf(secure.manifest());
    await call("readCa", "/v1/ca.pem");
    ask = plain;
    await secure.close();
  });

  test("all of them", () => {
    expect([...called].sort()).toEqual(Object.keys(contracts).sort());
  });
});
