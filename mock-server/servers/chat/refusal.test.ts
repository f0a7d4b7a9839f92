import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { fromHex, utf8 } from "../../../core/bytes.js";
import type { TraceEntry } from "../../../harness/model/trace.js";
import { encodeFrame } from "../../../protocol/noise/framing.js";
import { generateKeyPair } from "../../../protocol/noise/keys.js";
import { node } from "../../../protocol/stanza/node.js";
import { packPayload } from "../../../protocol/stanza/payload.js";
import { systemRandom } from "../../../runtime/random.js";
import { iq } from "../../testing/engine-bench.js";
import { type Enlisted, type Rig, startRig } from "../../testing/rig.js";
import { chatClient, rawTcp, rawWebSocket } from "./testing/chat-client.js";

let rig: Rig;
let ada: Enlisted;

beforeAll(async () => {
  rig = await startRig({ channel: { handshakeTimeoutMs: 400, maximumFrameBytes: 70_000 } });
  ada = await rig.enlist("ada");
});

afterAll(() => rig.close());

function closing(after: number): Promise<TraceEntry | undefined> {
  return rig.meta.journal.wait((entry) => entry.kind === "connection" && entry.event === "closed", { ms: 3000, after });
}

describe("a login is refused", () => {
  async function reasonFor(change: Parameters<Rig["connect"]>[1], user = ada): Promise<string | undefined> {
    const client = await rig.connect(user, change);
    const { attrs } = await client.take("failure");
    expect(await client.closed).toBe(1000);
    return attrs["reason"];
  }
  const interopData = async () => (await rig.payload(ada)).interopData;

  test("without an account, or for another product", async () => {
    expect(await reasonFor({ interopData: {} })).toBe("400");
    expect(await reasonFor({ product: 0 })).toBe("400");
  });

  test("for an account that is not enlisted", async () => {
    expect(await reasonFor({ interopData: { ...(await interopData()), accountId: 12 } })).toBe("401");
  });

  test("without a token, with a broken one, and with another user's", async () => {
    const { token: _, ...withoutToken } = (await interopData()) ?? {};
    expect(await reasonFor({ interopData: withoutToken })).toBe("414");
    expect(await reasonFor({ interopData: { ...withoutToken, token: utf8("no.token") } })).toBe("414");
    const others = utf8(await rig.integrator.token("bob"));
    expect(await reasonFor({ interopData: { ...withoutToken, token: others } })).toBe("414");
  });

  test("with another static key than the enlisted one", async () => {
    expect(await reasonFor({}, { ...ada, staticKey: generateKeyPair(systemRandom) })).toBe("401");
  });

  test("and the trace says so", () => {
    const logins = rig.meta.journal.entries.filter((entry) => entry.kind === "login");
    expect(logins.map(({ outcome, reason }) => `${outcome} ${reason}`)).toContain("refused 414");
    expect(logins.every(({ by }) => by === "harness")).toBe(true);
  });
});

describe("a peer that breaks the rules loses its connection, and the trace names the rule", () => {
  const hello = "57410603";
  const cases: readonly [what: string, bytes: Uint8Array | string, code: string][] = [
    ["another dictionary version", fromHex("57410602"), "bad-header"],
    ["an HTTP request", utf8("GET / HTTP/1.1\r\n\r\n"), "bad-header"],
    ["a frame that is no protobuf", fromHex(`${hello}000003ffffff`), "malformed-handshake"],
    ["an empty frame", fromHex(`${hello}000000`), "malformed-handshake"],
    ["a hello without a key", fromHex(`${hello}0000021200`), "malformed-handshake"],
    ["a key of three bytes", fromHex(`${hello}00000712050a03010203`), "bad-key"],
    ["a key of small order", fromHex(`${hello}00002412220a20${"00".repeat(32)}`), "weak-key"],
    ["a frame larger than allowed", fromHex(`${hello}011171`), "frame-too-large"],
    ["the header once more", fromHex(`${hello}${hello}0000`), "repeated-header"],
    ["text", "hello", "text-message"],
    ["nothing more than a header", fromHex(hello), "handshake-timeout"],
  ];

  test.each(cases)("%s", async (_, bytes, code) => {
    const before = rig.meta.journal.last;
    const client = await rawWebSocket(rig.meta.endpoints.chatUrl);
    client.write(bytes);
    expect(await client.closed).toBe(1006);
    expect(await closing(before)).toMatchObject({ by: "harness", reason: code });
    const failed = rig.meta.journal.entries.findLast((entry) => entry.kind === "handshake");
    expect(failed).toMatchObject({ by: "provider", message: "failed", fields: { code } });
  });

  test("a finish that does not decrypt", async () => {
    const before = rig.meta.journal.last;
    const raw = await rawTcp(rig.meta.chatTcpPort);
    const { rootKey } = rig.meta.endpoints;
    const options = { staticKey: ada.staticKey, rootKey, payload: await rig.payload(ada) };
    const spoilt = {
      ...raw,
      write(bytes: Uint8Array | string) {
        const copy = Buffer.from(bytes as Uint8Array);
        if (copy[0] === 0) copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1;
        raw.write(copy);
      },
    };
    await chatClient(spoilt, options);
    await raw.closed;
    expect(await closing(before)).toMatchObject({ reason: "decrypt-failed", transport: "tcp" });
  });

  test("the header that came is in the trace, also when it was wrong", async () => {
    const before = rig.meta.journal.last;
    const client = await rawWebSocket(rig.meta.endpoints.chatUrl);
    client.write(fromHex("5741"));
    client.write(fromHex("0602ff"));
    await client.closed;
    const header = rig.meta.journal.entries.find((entry) => entry.seq > before && entry.kind === "handshake");
    expect(header).toMatchObject({ message: "header", fields: { hex: "57410602" } });
  });

  test("a connection cut inside a frame says so", async () => {
    const before = rig.meta.journal.last;
    const client = await rawWebSocket(rig.meta.endpoints.chatUrl);
    client.write(fromHex(`${hello}000020aabb`));
    client.end();
    expect(await closing(before)).toMatchObject({ by: "provider", reason: "websocket 1005, inside a frame" });
  });
});

describe("after login", () => {
  async function connected() {
    const client = await rig.connect(ada);
    await client.take("ib");
    return { client, before: rig.meta.journal.last };
  }

  test("a frame that does not decrypt ends the connection", async () => {
    const { client, before } = await connected();
    client.sendRaw(encodeFrame(new Uint8Array(40)));
    await client.closed;
    expect(await closing(before)).toMatchObject({ reason: "decrypt-failed" });
    const bad = rig.meta.journal.entries.findLast((entry) => entry.kind === "bad-frame");
    expect(bad).toMatchObject({ by: "provider", account: ada.login, code: "decrypt-failed", size: 40 });
  });

  test("a frame that is no stanza is answered with a stream error", async () => {
    const { client } = await connected();
    client.sendPlaintext(fromHex("00f801"));
    expect((await client.take("stream:error")).content).toEqual([node("xml-not-well-formed")]);
    expect(await client.closed).toBe(1000);
  });

  test("a frame of more than the stanza limit is refused without decoding", async () => {
    const { client } = await connected();
    client.sendRaw(fromHex("ffffff"));
    await client.closed;
    expect(rig.meta.journal.entries.findLast((entry) => entry.kind === "bad-frame")?.code).toBe("frame-too-large");
  });

  test("other connections go on", async () => {
    const { client } = await connected();
    const hostile = await rawWebSocket(rig.meta.endpoints.chatUrl);
    hostile.write(systemRandom.bytes(5000));
    await hostile.closed;
    client.send(iq("get", "w:p", undefined, "still"));
    expect(await client.take("iq", { id: "still" })).toBeDefined();
    client.end();
  });
});

test("frames sent while the login is being checked are handled after it", async () => {
  const client = await rig.connect(ada);
  client.sendPlaintext(packPayload(iq("get", "w:p", undefined, "early")));
  const tags = [await client.stanzas.take("any", () => true), await client.take("iq", { id: "early" })];
  expect(tags.map(({ tag }) => tag)).toEqual(["success", "iq"]);
  client.end();
});

test("an upgrade elsewhere is refused and recorded", async () => {
  const url = `${rig.meta.endpoints.chatUrl}/elsewhere`;
  await expect(rawWebSocket(url)).rejects.toThrow("404");
  const http = rig.meta.journal.entries.filter((entry) => entry.kind === "http" && entry.server === "chat");
  expect(http).toMatchObject([
    { url: "/ws/chat/elsewhere", part: "request" },
    { status: 404, part: "response" },
  ]);
});
