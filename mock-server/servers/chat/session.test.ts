import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { StanzaEntry } from "../../../harness/model/trace.js";
import { traceOf } from "../../../harness/trace/trace.js";
import { sampleForms } from "../../../protocol/stanza/catalogue/samples/sample.js";
import { stanzaValidator } from "../../../protocol/stanza/catalogue/validate.js";
import { childNamed, node } from "../../../protocol/stanza/node.js";
import { iq } from "../../testing/engine-bench.js";
import { messageStanza, type Rig, startRig, uploadStanza } from "../../testing/rig.js";
import { fromTraceNode } from "./trace-form.js";

const validate = stanzaValidator(sampleForms);

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
});

afterAll(() => rig.close());

const trace = () => traceOf(rig.meta.journal.entries);

test("a client logs in, pings, uploads keys and fetches some", async () => {
  const [ada, bob] = [await rig.enlist("ada"), await rig.enlist("bob")];
  expect(ada.login).toMatch(/^900-\d{14}@interop$/);
  const client = await rig.connect(ada);
  await client.take("success");
  expect((await client.take("ib")).content).toEqual([node("offline", { count: "0" })]);
  const notice = await client.take("notification");
  expect(childNamed(notice, "count")?.attrs).toEqual({ value: "0" });

  client.send(iq("get", "w:p", [node("ping")], "p1"));
  expect(await client.take("iq", { id: "p1" })).toMatchObject({ attrs: { type: "result", from: "s.whatsapp.net" } });
  client.send(uploadStanza(ada, 30));
  expect(await client.take("iq", { id: "upload" })).toMatchObject({ attrs: { type: "result" } });
  client.send(iq("get", "encrypt", [node("key", {}, [node("user", { jid: bob.login })])], "k1"));
  const list = childNamed(await client.take("iq", { id: "k1" }), "list");
  const identity = childNamed(list?.content?.[0] as ReturnType<typeof node>, "identity");
  expect(identity?.content).toEqual(Buffer.from(bob.identity));
  client.end();
  await client.closed;
});

test("two users of the provider reach each other, on WebSocket and on bare TCP", async () => {
  const [ada, bob] = [await rig.enlist("ada2"), await rig.enlist("bob2")];
  const [onWebSocket, onTcp] = [await rig.connect(ada), await rig.connectTcp(bob)];
  await Promise.all([onWebSocket.take("success"), onTcp.take("success")]);
  onWebSocket.send(messageStanza("3EB0", bob.login, new Uint8Array(100_000).fill(7)));
  expect((await onWebSocket.take("ack")).attrs).toMatchObject({ class: "message", id: "3EB0", from: bob.login });
  const message = await onTcp.take("message");
  expect(message.attrs).toMatchObject({ from: ada.login, id: "3EB0", type: "text" });
  expect(childNamed(message, "enc")?.content).toHaveLength(100_000);
  onTcp.send(node("receipt", { id: "3EB0", to: ada.login }));
  expect((await onWebSocket.take("receipt")).attrs).toMatchObject({ id: "3EB0", from: bob.login });
  onWebSocket.end();
  onTcp.end();
});

test("a message for who is away waits, wakes the provider by a push, and comes with the next login", async () => {
  const ada = await rig.enlist("ada3");
  const user = await rig.meta.user();
  const pushed = rig.meta.journal.wait((entry) => entry.kind === "http" && entry.server === "push", { ms: 3000 });
  const { id } = await user.send(ada.login, { type: "text", text: "are you there?" });
  expect(await pushed).toMatchObject({ part: "request", method: "POST" });
  const client = await rig.connect(ada);
  expect((await client.take("message")).attrs).toMatchObject({ id, from: user.jid, offline: "1" });
  expect((await client.take("ib")).content).toEqual([node("offline", { count: "1" })]);
  client.end();
});

test("a second login of an account ends the first", async () => {
  const ada = await rig.enlist("ada4");
  const first = await rig.connect(ada);
  await first.take("success");
  const second = await rig.connect(ada);
  expect((await first.take("stream:error")).content).toEqual([node("conflict", { type: "replaced" })]);
  expect(await first.closed).toBe(1000);
  await second.take("success");
  expect(rig.meta.session(ada.login)?.connection).toBe(trace().of("login").at(-1)?.connection);
  second.end();
});

describe("the server's end of a connection", () => {
  test("sends any stanza, and drops without a word", async () => {
    const ada = await rig.enlist("ada5");
    const client = await rig.connect(ada);
    await client.take("success");
    const session = rig.meta.session(ada.login);
    session?.send({ tag: "iq", attrs: { id: "s1", type: "get", xmlns: "urn:xmpp:ping", from: "s.whatsapp.net" } });
    expect(await client.take("iq", { id: "s1" })).toBeDefined();
    session?.send({ tag: "x", attrs: {}, bytes: "AQI=" });
    expect((await client.take("x")).content).toEqual(Buffer.from([1, 2]));
    session?.drop();
    expect(await client.closed).toBe(1006);
    expect(rig.meta.session(ada.login)).toBeUndefined();
  });

  test("is told of the client's end", async () => {
    const ada = await rig.enlist("ada6");
    const client = await rig.connect(ada);
    await client.take("success");
    client.send(node("xmlstreamend"));
    expect(await client.closed).toBe(1000);
    expect(trace().of("connection").at(-1)).toMatchObject({ event: "closed", by: "harness", reason: "xmlstreamend" });
  });
});

describe("the trace", () => {
  test("has every step of a connection in order, with blame, and no token", async () => {
    const ada = await rig.enlist("ada7");
    const before = rig.meta.journal.last;
    const client = await rig.connect(ada);
    await client.take("ib");
    client.end();
    await client.closed;
    await rig.meta.journal.wait((entry) => entry.kind === "connection" && entry.event === "closed", {
      ms: 1000,
      after: before,
    });
    const entries = rig.meta.journal.entries.filter(({ seq, kind }) => seq > before && kind !== "http");
    expect(entries.map((entry) => [entry.kind, "message" in entry ? entry.message : "", entry.by])).toEqual([
      ["connection", "", "provider"],
      ["handshake", "header", "provider"],
      ["handshake", "client-hello", "provider"],
      ["handshake", "server-hello", "harness"],
      ["handshake", "client-finish", "provider"],
      ["login", "", "harness"],
      ["stanza", "", "harness"],
      ["stanza", "", "harness"],
      ["stanza", "", "harness"],
      ["connection", "", "provider"],
    ]);
    const [opened, header, hello, , finish] = entries;
    expect(opened).toMatchObject({ transport: "websocket", url: "/ws/chat", headers: { upgrade: "websocket" } });
    expect(header).toMatchObject({ fields: { hex: "57410603" } });
    expect(hello).toMatchObject({ fields: { hasStatic: false, payloadBytes: 0 } });
    expect(finish).toMatchObject({
      fields: {
        staticKey: Buffer.from(ada.staticKey.publicKey).toString("hex"),
        payload: { product: 2, passive: false, token: { verdict: "ok", claims: { sub: "ada7" } } },
      },
    });
    expect(JSON.stringify(rig.meta.journal.entries)).not.toMatch(/eyJ[\w-]+\.eyJ/);
  });

  test("has stanzas both ways as they were, with what the catalogue says", async () => {
    const ada = await rig.enlist("ada8");
    const client = await rig.connect(ada);
    await client.take("ib");
    const before = rig.meta.journal.last;
    client.send(node("iq", { id: "q", to: "s.whatsapp.net", type: "get", xmlns: "w:p", phash: "x" }));
    await client.take("iq", { id: "q" });
    const [asked, answered] = traceOf(rig.meta.journal.entries.filter(({ seq }) => seq > before)).stanzas.list;
    expect(asked).toMatchObject({ direction: "in", account: ada.login, violations: [{ rule: "unknown-attribute" }] });
    expect(asked?.size).toBeGreaterThan(10);
    expect(answered).toMatchObject({ direction: "out", node: { attrs: { type: "error" } } });
    client.end();
  });

  test("shows no stanza of the server that its own catalogue would refuse", () => {
    const judged = trace()
      .stanzas.toProvider.list.filter(({ node: { tag } }) => tag !== "x")
      .map((entry: StanzaEntry) => ({ entry, violations: validate(fromTraceNode(entry.node), "from-server") }));
    expect(judged.length).toBeGreaterThan(20);
    expect(judged.filter(({ violations }) => violations.length > 0)).toEqual([]);
  });
});
