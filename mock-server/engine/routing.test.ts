import { describe, expect, test } from "@jest/globals";
import { node } from "../../protocol/stanza/node.js";
import { ada, engineBench, iq, stanzasTo, user } from "../testing/engine-bench.js";
import { messageStanza } from "../testing/rig.js";

const t = "1750000000";

function connected(change = {}) {
  const bench = engineBench(change);
  bench.enlist();
  bench.join();
  bench.connect();
  return bench;
}

describe("a message of the provider's user", () => {
  test("is acknowledged and handed to the receiver with its origin", () => {
    const bench = connected();
    const message = messageStanza("A", user);
    const effects = bench.client(message);
    expect(effects).toEqual([
      { type: "send", connection: "c1", node: node("ack", { class: "message", id: "A", from: user, t }) },
      {
        type: "deliver",
        jid: user,
        entry: 5,
        node: node("message", { from: ada, id: "A", type: "text", t }, message.content),
      },
    ]);
  });

  test("finds its receiver also under the address of a device", () => {
    const [ack, delivered] = connected().client(messageStanza("A", "99912345:0@s.whatsapp.net"));
    expect(ack).toMatchObject({ node: { attrs: { from: "99912345:0@s.whatsapp.net" } } });
    expect(delivered).toMatchObject({ type: "deliver", jid: user });
  });

  test("to an unknown receiver is refused", () => {
    expect(stanzasTo("c1", connected().client(messageStanza("A", "99900@s.whatsapp.net")))).toEqual([
      node("ack", { class: "message", id: "A", from: "99900@s.whatsapp.net", t, error: "404" }),
    ]);
  });

  test("that violates the catalogue is refused and not delivered, unless the profile only records", () => {
    const refused = connected().client(messageStanza("A", user), "c1", false);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ node: { tag: "ack", attrs: { error: "479" } } });
    const lenient = connected({ stanza: { onViolation: "record" } });
    expect(lenient.client(messageStanza("A", user), "c1", false)).toHaveLength(2);
  });

  test("without id or receiver is ignored", () => {
    expect(connected().client(node("message", { to: user }))).toEqual([]);
  });
});

describe("a message to the provider's user", () => {
  test("waits for a receipt, which is passed on to the sender", () => {
    const bench = connected();
    const [handed] = stanzasTo("c1", bench.user(messageStanza("A", ada)));
    expect(handed?.attrs).toEqual({ from: user, id: "A", type: "text", t });
    bench.disconnect();
    const again = stanzasTo("c2", bench.connect("c2")).filter(({ tag }) => tag === "message");
    expect(again.map(({ attrs }) => attrs)).toEqual([{ from: user, id: "A", type: "text", t, offline: "1" }]);
    const effects = bench.client(node("receipt", { id: "A", to: user }), "c2");
    expect(stanzasTo("c2", effects)).toEqual([node("ack", { class: "receipt", id: "A", from: user, t })]);
    expect(stanzasTo(user, effects)).toEqual([node("receipt", { from: ada, id: "A", t })]);
    bench.disconnect("c2");
    expect(stanzasTo("c3", bench.connect("c3")).map(({ tag }) => tag)).not.toContain("message");
  });

  test("leaves the mailbox with an ack too, and with each id of a list", () => {
    const bench = connected();
    for (const id of ["A", "B", "C", "D"]) bench.user(messageStanza(id, ada));
    bench.client(node("ack", { class: "message", id: "A", to: user, error: "491" }));
    const list = node("list", {}, [node("item", { id: "C" })]);
    bench.client(node("receipt", { id: "B", to: user, type: "read" }, [list]));
    bench.disconnect();
    const left = stanzasTo("c2", bench.connect("c2")).filter(({ tag }) => tag === "message");
    expect(left.map(({ attrs }) => [attrs["id"], attrs["offline"]])).toEqual([["D", "1"]]);
  });

  test("that is offline waits in order and causes a push", () => {
    const bench = engineBench();
    bench.enlist();
    bench.join();
    const effects = bench.user(messageStanza("A", ada));
    expect(effects).toContainEqual({ type: "push", login: ada, userId: "ada" });
    bench.user(messageStanza("B", ada));
    const sent = stanzasTo("c1", bench.connect());
    expect(sent.map(({ tag, attrs }) => [tag, attrs["id"], attrs["offline"]])).toEqual([
      ["success", undefined, undefined],
      ["message", "A", "1"],
      ["message", "B", "2"],
      ["ib", undefined, undefined],
      ["notification", "1", undefined],
    ]);
    expect(sent[3]?.content).toEqual([node("offline", { count: "2" })]);
  });

  test("replaces the oldest when the mailbox is full", () => {
    const bench = engineBench({ mailbox: { maximumMessages: 2 } });
    bench.enlist();
    bench.join();
    for (const id of ["A", "B", "C"]) bench.user(messageStanza(id, ada));
    const left = stanzasTo("c1", bench.connect()).filter(({ tag }) => tag === "message");
    expect(left.map(({ attrs }) => attrs["id"])).toEqual(["B", "C"]);
  });
});

describe("receipts of a simulated user", () => {
  test("stay until acknowledged, with or without their type", () => {
    const bench = connected();
    bench.user(node("receipt", { id: "A", to: ada }));
    bench.user(node("receipt", { id: "A", to: ada, type: "read" }));
    expect(bench.engine.account(ada)?.queued).toBe(3);
    bench.client(node("ack", { class: "receipt", id: "A", to: user, type: "read" }));
    bench.disconnect();
    const left = stanzasTo("c2", bench.connect("c2")).filter(({ tag }) => tag === "receipt");
    expect(left.map(({ attrs }) => attrs["type"])).toEqual([undefined]);
    bench.client(node("ack", { class: "receipt", id: "A", to: user, type: "delivery" }), "c2");
    expect(bench.engine.account(ada)?.queued).toBe(1);
  });
});

describe("typing", () => {
  test("reaches an active receiver and is dropped otherwise", () => {
    const bench = connected();
    const composing = [node("composing")];
    expect(stanzasTo(user, bench.client(node("chatstate", { to: user }, composing)))).toEqual([
      node("chatstate", { from: ada }, composing),
    ]);
    bench.disconnect();
    expect(bench.user(node("chatstate", { to: ada }, composing))).toEqual([]);
    expect(stanzasTo("c2", bench.connect("c2")).map(({ tag }) => tag)).not.toContain("chatstate");
  });
});

describe("requests", () => {
  test("a ping is answered, with or without a child", () => {
    const bench = connected();
    const answer = node("iq", { type: "result", id: "7", from: "s.whatsapp.net" });
    expect(stanzasTo("c1", bench.client(iq("get", "w:p")))).toEqual([answer]);
    expect(stanzasTo("c1", bench.client(iq("get", "w:p", [node("ping")])))).toEqual([answer]);
  });

  test("an unknown one gets an error, a result nothing", () => {
    const bench = connected();
    expect(stanzasTo("c1", bench.client(iq("get", "w:stats")))).toEqual([
      node("iq", { type: "error", id: "7", from: "s.whatsapp.net" }, [
        node("error", { code: "501", text: "feature-not-implemented" }),
      ]),
    ]);
    expect(bench.client(node("iq", { type: "result", id: "1", to: "s.whatsapp.net" }))).toEqual([]);
  });

  test("one that violates the catalogue gets the code of the profile", () => {
    const [refusal] = stanzasTo("c1", connected().client(iq("get", "encrypt"), "c1", false));
    expect(refusal?.content).toEqual([node("error", { code: "479", text: "smax-invalid" })]);
  });
});

test("stanzas from an unknown origin have no effect", () => {
  const bench = connected();
  expect(bench.client(iq("get", "w:p"), "c9")).toEqual([]);
  expect(bench.user(iq("get", "w:p"), "99988@s.whatsapp.net")).toEqual([]);
});
