import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { concat, fromHex } from "../../../core/bytes.js";
import type { FaultId, FaultRequest } from "../../../harness/ports/faults.js";
import { childNamed, node } from "../../../protocol/stanza/node.js";
import { iq } from "../../testing/engine-bench.js";
import { type Enlisted, messageStanza, type Rig, startRig } from "../../testing/rig.js";
import { NoiseError } from "../../../protocol/noise/errors.js";
import { encodeFrame } from "../../../protocol/noise/framing.js";
import { generateKeyPair } from "../../../protocol/noise/keys.js";
import { encodeHandshake } from "../../../protocol/noise/messages.js";
import { systemRandom } from "../../../runtime/random.js";
import { type ChatClient, rawWebSocket } from "./testing/chat-client.js";

let rig: Rig;
let ada: Enlisted;

beforeAll(async () => {
  rig = await startRig();
  ada = await rig.enlist("ada");
});

afterEach(async () => {
  for (const fault of applied()) expect(fault.by).toBe("harness");
});

afterAll(() => rig.close());

function applied(fault?: FaultId) {
  return rig.meta.journal.entries.filter((entry) => {
    return entry.kind === "fault" && entry.event === "applied" && (fault === undefined || entry.fault === fault);
  });
}

async function connectUnder(request: FaultRequest): Promise<ChatClient> {
  rig.meta.arm(request);
  return rig.connect(ada);
}

describe("a careful client stops at", () => {
  const cases: readonly [FaultRequest, code: string][] = [
    [{ fault: "certificate-foreign-root" }, "certificate-bad-signature"],
    [{ fault: "certificate-bad-signature" }, "certificate-bad-signature"],
    [{ fault: "certificate-bad-signature", params: { certificate: "intermediate" } }, "certificate-bad-signature"],
    [{ fault: "certificate-leaf-mismatch" }, "certificate-leaf-mismatch"],
    [{ fault: "certificate-expired" }, "certificate-expired"],
    [{ fault: "certificate-wrong-issuer" }, "certificate-wrong-issuer"],
    [{ fault: "server-hello-tampered" }, "decrypt-failed"],
    [{ fault: "server-hello-tampered", params: { part: "payload" } }, "decrypt-failed"],
    [{ fault: "server-hello-zero-ephemeral" }, "weak-key"],
  ];

  test.each(cases)("%j", async (request, code) => {
    const outcome: unknown = await connectUnder(request).catch((thrown: unknown) => thrown);
    expect(outcome).toBeInstanceOf(NoiseError);
    expect((outcome as NoiseError).code).toBe(code);
    expect(applied(request.fault).at(-1)).toMatchObject({ connection: expect.stringMatching(/^c\d+$/) });
  });

  test("and not at the next connection", async () => {
    const client = await rig.connect(ada);
    expect(await client.take("success")).toBeDefined();
    client.end();
  });
});

test("a withheld ServerHello leaves the client waiting, longer than a handshake may take", async () => {
  const impatient = await startRig({ channel: { handshakeTimeoutMs: 50 } });
  impatient.meta.arm({ fault: "server-hello-withheld" });
  const raw = await rawWebSocket(impatient.meta.endpoints.chatUrl);
  const ephemeral = generateKeyPair(systemRandom).publicKey;
  const hello = encodeFrame(encodeHandshake({ kind: "clientHello", fields: { ephemeral } }));
  raw.write(concat(fromHex("57410603"), hello));
  await expect(raw.received.take("an answer", () => true, 200)).rejects.toThrow("nothing within");
  expect(impatient.meta.journal.entries.at(-1)).toMatchObject({ fault: "server-hello-withheld", event: "applied" });
  await impatient.close();
});

test("a login failure", async () => {
  const client = await connectUnder({ fault: "login-failure", account: "ada", params: { reason: "503" } });
  expect((await client.take("failure")).attrs).toEqual({ reason: "503" });
  expect(await client.closed).toBe(1000);
});

test("a tampered frame does not decrypt", async () => {
  const client = await connectUnder({ fault: "frame-tampered" });
  expect(await client.broken.take("a broken frame", () => true)).toMatchObject({ code: "decrypt-failed" });
  client.end();
});

test("split frames come in pieces and make the same stanzas", async () => {
  const client = await connectUnder({ fault: "frames-split", times: "always" });
  await client.take("notification");
  expect(client.sizes.length).toBeGreaterThan(10);
  expect(client.sizes).toContain(1);
  expect(client.sizes.every((size) => size <= 16)).toBe(true);
  expect(applied("frames-split").length).toBe(2);
  await rig.meta.reset();
  ada = await rig.enlist("ada");
});

test("coalesced frames come in one message and make the same stanzas", async () => {
  const client = await connectUnder({ fault: "frames-coalesced" });
  await client.take("notification");
  expect(client.sizes).toHaveLength(1);
  client.send(iq("get", "w:p"));
  await client.take("iq");
  client.end();
});

test("without a fault each frame is a message of its own", async () => {
  const client = await rig.connect(ada);
  await client.take("notification");
  expect(client.sizes).toHaveLength(3);
  client.end();
});

test("compressed frames", async () => {
  const client = await connectUnder({ fault: "frames-compressed", account: ada.login, times: 2 });
  await client.take("notification");
  expect(client.compressed).toEqual([true, true, false]);
  const outgoing = rig.meta.journal.entries.filter((entry) => entry.kind === "stanza").slice(-3);
  expect(outgoing.map(({ compressed }) => compressed)).toEqual([true, true, false]);
  client.end();
});

describe("pings", () => {
  test("unanswered, or answered under another id", async () => {
    const client = await rig.connect(ada);
    await client.take("ib");
    rig.meta.arm({ fault: "ping-unanswered", account: ada.login });
    client.send(iq("get", "w:p", undefined, "p1"));
    client.send(iq("get", "w:p", undefined, "p2"));
    expect((await client.take("iq")).attrs["id"]).toBe("p2");
    rig.meta.arm({ fault: "ping-wrong-id", account: ada.login });
    client.send(iq("get", "w:p", undefined, "p3"));
    expect((await client.take("iq")).attrs["id"]).toBe("not-p3");
    client.end();
  });
});

test("a refused message goes nowhere", async () => {
  const bob = await rig.enlist("bob");
  const [client, other] = [await rig.connect(ada), await rig.connect(bob)];
  await Promise.all([client.take("ib"), other.take("ib")]);
  rig.meta.arm({ fault: "message-ack-error", account: ada.login, params: { error: "479" } });
  client.send(messageStanza("A", bob.login));
  client.send(messageStanza("B", bob.login));
  expect((await client.take("ack", { id: "A" })).attrs["error"]).toBe("479");
  expect((await client.take("ack", { id: "B" })).attrs["error"]).toBeUndefined();
  expect((await other.take("message")).attrs["id"]).toBe("B");
  expect(applied("message-ack-error").at(-1)).toMatchObject({ messageId: "A" });
  client.end();
  other.end();
});

test("spoilt bundles are handed to the provider, sound ones to simulated users", async () => {
  const client = await rig.connect(ada);
  await client.take("ib");
  rig.meta.arm({ fault: "bundle-without-one-time-key" });
  const user = await rig.meta.user();
  await user.send(ada.login, { type: "text", text: "hello" });
  const fetchKeys = async (id: string) => {
    client.send(iq("get", "encrypt", [node("key", {}, [node("user", { jid: user.jid })])], id));
    const list = childNamed(await client.take("iq", { id }), "list");
    const bundle = list && childNamed(list, "user");
    return bundle && childNamed(bundle, "key");
  };
  expect(await fetchKeys("k1")).toBeUndefined();
  expect(await fetchKeys("k2")).toBeDefined();
  client.end();
});
