import { describe, expect, test } from "@jest/globals";
import { node } from "../../protocol/stanza/node.js";
import { ada, engineBench, iq, stanzasTo, user } from "../testing/engine-bench.js";
import { messageStanza } from "../testing/rig.js";

const day = 86_400_000;

describe("login", () => {
  test("answers with success, the end of the mailbox and a request for keys", () => {
    const bench = engineBench();
    bench.enlist();
    expect(stanzasTo("c1", bench.connect())).toEqual([
      node("success", { t: "1750000000" }),
      node("ib", { from: "s.whatsapp.net" }, [node("offline", { count: "0" })]),
      node("notification", { id: "1", from: "s.whatsapp.net", type: "encrypt", t: "1750000000" }, [
        node("count", { value: "0" }),
      ]),
    ]);
    expect(bench.engine.account(ada)).toMatchObject({ login: ada, userId: "ada", connection: "c1", preKeysLeft: 0 });
  });

  test("a second connection replaces the first", () => {
    const bench = engineBench();
    bench.enlist();
    bench.connect("c1");
    const effects = bench.connect("c2");
    expect(effects.slice(0, 2)).toEqual([
      { type: "send", connection: "c1", node: node("stream:error", {}, [node("conflict", { type: "replaced" })]) },
      { type: "close", connection: "c1", reason: "replaced by another connection" },
    ]);
    expect(stanzasTo("c2", effects)[0]?.tag).toBe("success");
    bench.disconnect("c1");
    expect(bench.engine.account(ada)?.connection).toBe("c2");
  });

  test("of an account that was removed meanwhile closes the connection", () => {
    expect(engineBench().connect()).toEqual([{ type: "close", connection: "c1", reason: "account gone" }]);
  });

  test("a passive one gets its mailbox when it asks", () => {
    const bench = engineBench();
    bench.enlist();
    bench.join();
    expect(stanzasTo("c1", bench.connect("c1", ada, true)).map(({ tag }) => tag)).toEqual(["success"]);
    expect(stanzasTo("c1", bench.user(messageStanza("A", ada)))).toEqual([]);
    const opened = stanzasTo("c1", bench.client(iq("set", "passive", [node("active")])));
    expect(opened.map(({ tag }) => tag)).toEqual(["iq", "message", "ib", "notification"]);
    bench.client(iq("set", "passive", [node("passive")]));
    expect(stanzasTo("c1", bench.user(messageStanza("B", ada)))).toEqual([]);
  });

  test("the end of the client's stream closes the connection", () => {
    const bench = engineBench();
    bench.enlist();
    bench.connect();
    expect(bench.client(node("xmlstreamend"))).toEqual([{ type: "close", connection: "c1", reason: "xmlstreamend" }]);
    expect(bench.engine.account(ada)?.connection).toBeUndefined();
  });
});

describe("a second enlistment", () => {
  test("ends the session, empties the mailbox and tells the contacts", () => {
    const bench = engineBench();
    bench.enlist();
    bench.join();
    bench.user(messageStanza("A", ada));
    bench.connect();
    expect(bench.engine.account(ada)?.queued).toBe(2);
    const { authKey: _, ...account } = bench.enlist("900-12@interop", "other");
    const effects = bench.engine.handle({
      type: "account-enlisted",
      account: { ...account, authKey: new Uint8Array(32), login: ada, userId: "ada" },
    });
    expect(stanzasTo("c1", effects).map(({ tag }) => tag)).toEqual(["stream:error"]);
    const [notice] = stanzasTo(user, effects);
    expect(notice).toMatchObject({ tag: "notification", attrs: { from: ada, type: "encrypt" } });
    expect(bench.engine.account(ada)).toMatchObject({ queued: 0, preKeysLeft: 0, connection: undefined });
  });
});

describe("time", () => {
  test("an account that does not connect for longer than allowed is removed", () => {
    const bench = engineBench();
    bench.enlist();
    bench.connect();
    bench.clock.advance(40 * day);
    bench.engine.handle({ type: "tick" });
    expect(bench.engine.account(ada)).toBeDefined();
    bench.disconnect();
    bench.clock.advance(30 * day);
    bench.engine.handle({ type: "tick" });
    expect(bench.engine.account(ada)).toBeDefined();
    bench.clock.advance(1);
    bench.engine.handle({ type: "tick" });
    expect(bench.engine.account(ada)).toBeUndefined();
  });

  test("a message waits as long as the profile says", () => {
    const bench = engineBench({ mailbox: { inactivityDays: 90 } });
    bench.enlist();
    bench.join();
    bench.user(messageStanza("old", ada));
    bench.clock.advance(10 * day);
    bench.user(messageStanza("young", ada));
    bench.clock.advance(20 * day);
    const messages = stanzasTo("c1", bench.connect()).filter(({ tag }) => tag === "message");
    expect(messages.map(({ attrs }) => attrs["id"])).toEqual(["young"]);
  });
});

test("an account can be removed together with its connection", () => {
  const bench = engineBench();
  bench.enlist();
  bench.join();
  bench.connect();
  const effects = bench.engine.handle({ type: "account-removed", login: ada });
  expect(stanzasTo("c1", effects)).toEqual([
    node("stream:error", { code: "401" }, [node("conflict", { type: "device_removed" })]),
  ]);
  const [ack] = stanzasTo(user, bench.user(messageStanza("A", ada)));
  expect(ack?.attrs).toMatchObject({ class: "message", error: "404" });
});

test("reset forgets all accounts", () => {
  const bench = engineBench();
  bench.enlist();
  bench.connect();
  bench.engine.reset();
  expect(bench.engine.account(ada)).toBeUndefined();
  expect(bench.client(iq("get", "w:p"))).toEqual([]);
});
