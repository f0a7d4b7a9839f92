import { afterEach, describe, expect, test } from "@jest/globals";
import { concat, utf8 } from "../../core/bytes.js";
import { generateKeyPair } from "../../protocol/noise/keys.js";
import { childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { seededRandom, systemRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { behaviourWith, type Overrides } from "../behaviour/variant.js";
import type { Settings } from "../settings.js";
import { Session } from "./session.js";
import { answerIq, startTestServer, success, type TestServer, type TestServerOptions } from "./testing/test-server.js";

type Timing = Settings["timing"];

/** Answers may take long on a busy machine; tests of silence wait less. */
const patient: Timing = { keepAliveMs: 60, replyMs: 60_000, reconnectMs: 30, helloMs: 60_000 };
const authKey = generateKeyPair(seededRandom("auth key"));

let server: TestServer;
let session: Session;

afterEach(async () => {
  await session.disconnect();
  await server.close();
});

interface Seen {
  readonly states: string[];
  readonly stanzas: StanzaNode[];
  /** What the clock was asked to wait, in ms. */
  readonly pauses: number[];
  logins: number;
}

async function start(
  options: TestServerOptions = {},
  channel: NonNullable<Overrides["channel"]> = {},
  timing: Partial<Timing> = {},
): Promise<Seen> {
  server = await startTestServer(options);
  const seen: Seen = { states: [], stanzas: [], pauses: [], logins: 0 };
  let tokens = 0;
  session = new Session(
    {
      behaviour: behaviourWith({ channel }).channel,
      clock: {
        ...systemClock,
        after(ms, run) {
          seen.pauses.push(ms);
          return systemClock.after(ms, run);
        },
      },
      random: systemRandom,
      settings: settingsFor(server.url, server.rootKey, timing),
      authKey,
      issueToken: async () => `token ${++tokens}`,
      payload: (token) => ({ product: 2, interopData: { accountId: 7, token: utf8(token) } }),
    },
    {
      loggedIn: async () => {
        seen.logins += 1;
      },
      stanza: (stanza) => {
        seen.stanzas.push(stanza);
        return stanza.tag !== "unheard-of";
      },
      changed: (state, reason) => seen.states.push(reason === undefined ? state : `${state}: ${reason}`),
    },
  );
  return seen;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(5);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => systemClock.after(ms, resolve));
}

describe("a login", () => {
  test("proves the enlisted key and carries a token of its own each time", async () => {
    const seen = await start();
    await session.connect();
    await session.disconnect();
    await session.connect();
    expect(server.peers.map(({ clientStatic }) => clientStatic)).toEqual([authKey.publicKey, authKey.publicKey]);
    expect(server.peers.map(({ payload }) => payload.interopData?.token)).toEqual([utf8("token 1"), utf8("token 2")]);
    expect(seen.states).toEqual(["connected", "disconnected: left", "connected"]);
  });

  test("is refused to a server with another root", async () => {
    await start();
    const rootKey = generateKeyPair(systemRandom).publicKey;
    const other = await startTestServer();
    session = sessionFor(other, rootKey);
    await expect(session.connect()).rejects.toMatchObject({ code: "connect-failed" });
    await pause(20);
    expect(other.peers).toEqual([]);
    await other.close();
  });

  test("that the server refuses for good is not repeated", async () => {
    const seen = await start({ greet: () => [node("failure", { reason: "401" })] });
    await expect(session.connect()).rejects.toMatchObject({ code: "connect-failed", message: "Connect: failure 401" });
    await pause(120);
    expect(server.peers).toHaveLength(1);
    expect(session.turnedAway).toBe(true);
    expect(seen.states).toEqual(["disconnected: failure 401"]);
  });

  test("that the server cannot take now is repeated later", async () => {
    const greet = (count: number) => (count < 3 ? [node("failure", { reason: "503" })] : [success]);
    const { pauses } = await start({ greet }, {}, { keepAliveMs: 60_000 });
    await session.connect();
    expect(server.peers).toHaveLength(3);
    const backoff = pauses.filter((ms) => ms < 500);
    expect(backoff).toHaveLength(2);
    expect(backoff.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(90);
  });

  test("to which the server says nothing is given up", async () => {
    await start({ greet: () => [] }, {}, { helloMs: 300 });
    await expect(session.connect()).rejects.toMatchObject({ message: "Connect: silent" });
  });

  test("reported twice is done once", async () => {
    const seen = await start({ greet: () => [success, success] });
    await session.connect();
    await pause(20);
    expect(seen.logins).toBe(1);
  });
});

describe("a connection", () => {
  test("is kept alive by pings", async () => {
    await start();
    await session.connect();
    await until(() => (server.peers[0]?.stanzas.length ?? 0) >= 2);
    expect(server.peers[0]?.stanzas[0]).toMatchObject({ tag: "iq", attrs: { xmlns: "w:p", type: "get" } });
    expect(session.online).toBe(true);
  });

  test("is replaced when a ping stays unanswered, and when it is lost", async () => {
    const answer = (stanza: StanzaNode) => (server.peers.length === 1 ? [] : answerIq(stanza));
    const seen = await start({ answer }, {}, { replyMs: 1500 });
    await session.connect();
    await until(() => seen.states.length === 3);
    server.peers[1]?.drop();
    await until(() => seen.states.length === 5);
    const second = ["reconnecting: silent", "connected"];
    expect(seen.states).toEqual(["connected", ...second, "reconnecting: lost", "connected"]);
  });

  test("answers pings of the server", async () => {
    await start();
    await session.connect();
    server.peers[0]?.send(node("iq", { id: "9", type: "get", xmlns: "urn:xmpp:ping", from: "s.whatsapp.net" }));
    await until(() => server.peers[0]?.stanzas.some(({ attrs }) => attrs["id"] === "9") ?? false);
    const pong = server.peers[0]?.stanzas.find(({ attrs }) => attrs["id"] === "9");
    expect(pong).toMatchObject({ tag: "iq", attrs: { type: "result", to: "s.whatsapp.net" } });
  });

  test("survives a stanza of an unknown kind", async () => {
    const seen = await start();
    await session.connect();
    server.peers[0]?.send(node("unheard-of"), node("message", { id: "1" }));
    await until(() => seen.stanzas.length === 2);
    expect(session.online).toBe(true);
  });

  test.each([
    ["at once after a restart", node("stream:error", { code: "515" }), true],
    ["after an orderly end", node("xmlstreamend"), true],
    ["not after another login", node("stream:error", { code: "409" }, [node("conflict", { type: "replaced" })]), false],
  ])("comes back %s", async (_, last, comesBack) => {
    const seen = await start();
    await session.connect();
    server.peers[0]?.send(last);
    await until(() => seen.states.length > 1);
    if (comesBack) await until(() => server.peers.length === 2 && session.online);
    await pause(100);
    expect(server.peers).toHaveLength(comesBack ? 2 : 1);
    expect(session.online).toBe(comesBack);
  });
});

describe("deliberate seams", () => {
  test("change what reaches the server", async () => {
    await start({}, { payload: (payload) => ({ ...payload, product: 0 }), token: async () => "stale" });
    await session.connect();
    expect(server.peers[0]?.payload).toMatchObject({ product: 0, interopData: { token: utf8("stale") } });
  });

  test.each([
    ["byte by byte", { wrap: bytewise }],
    ["in one piece", { coalesceMs: 10 }],
  ])("leave frames whole that are sent %s", async (_, channel) => {
    await start({}, channel);
    await session.connect();
    const ask = () => session.request((id) => node("iq", { id, type: "get", to: "s.whatsapp.net" }));
    expect(await Promise.all([ask(), ask()])).toHaveLength(2);
  });

  function bytewise(frame: Uint8Array, { header, first }: { header: Uint8Array; first: boolean }): Uint8Array[] {
    return Array.from(first ? concat(header, frame) : frame, (byte) => Uint8Array.of(byte));
  }
});

describe("requests", () => {
  test("resolve with their own answer, reject with an error and in time", async () => {
    const answer = ({ tag, attrs }: StanzaNode): StanzaNode[] => {
      const type = attrs["xmlns"] === "a" ? "result" : "error";
      return tag === "iq" && attrs["xmlns"] !== "silence" && attrs["id"] !== undefined
        ? [node("iq", { id: attrs["id"], type }, [node("found")])]
        : [];
    };
    await start({ answer }, {}, { keepAliveMs: 60_000, replyMs: 1500 });
    await session.connect();
    const ask = (xmlns: string) =>
      session.request((id) => node("iq", { id, xmlns, type: "get", to: "s.whatsapp.net" }));
    const [good, bad, none] = await Promise.allSettled([ask("a"), ask("b"), ask("silence")]);
    expect(good.status === "fulfilled" && childNamed(good.value, "found")).toBeTruthy();
    expect(bad).toMatchObject({ status: "rejected", reason: { code: "request-refused" } });
    expect(none).toMatchObject({ status: "rejected", reason: { code: "no-reply" } });
  });

  test("are out of the question while away", async () => {
    await start();
    await expect(session.exchange("1", node("message", { id: "1" }))).rejects.toMatchObject({ code: "not-connected" });
  });
});

function sessionFor(other: TestServer, rootKey: Uint8Array): Session {
  return new Session(
    {
      behaviour: behaviourWith().channel,
      clock: systemClock,
      random: systemRandom,
      settings: settingsFor(other.url, rootKey),
      authKey,
      issueToken: async () => "token",
      payload: () => ({}),
    },
    { loggedIn: async () => undefined, stanza: () => true, changed: () => undefined },
  );
}

function settingsFor(chatUrl: string, rootKey: Uint8Array, timing: Partial<Timing> = {}): Settings {
  return {
    meta: { enlistUrl: "", chatUrl, mediaUrl: "", jwksUrl: "", rootKey },
    integrator: { id: 900, slug: "test" },
    profile: { name: "", version: "", product: "", protocolVersion: "", wire: "", noise: "" },
    timing: { ...patient, ...timing },
  };
}
