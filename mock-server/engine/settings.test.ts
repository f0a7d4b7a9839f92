import { describe, expect, test } from "@jest/globals";
import { builtInProfile } from "../../profiles/built-in.js";
import { childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { systemRandom } from "../../runtime/random.js";
import { engineBench, iq, stanzasTo } from "../testing/engine-bench.js";
import { freshKeys, uploadStanza } from "../testing/rig.js";
import type { Effect } from "./types.js";

const { profile } = builtInProfile("whatsapp-consumer");
const ada = { jid: "99911@s.whatsapp.net", lid: "77711@lid", desk: "99911:1@s.whatsapp.net" };
const ben = { jid: "99922@s.whatsapp.net", lid: "77722@lid" };

/** Ada's desk is on connection c1; Ben has a phone. */
function bench() {
  const { accounts, mailbox, stanza } = profile;
  const made = engineBench({ accounts, mailbox, stanza });
  for (const { jid, lid } of [ada, ben])
    made.engine.handle({ type: "user-joined", jid, person: { lid, name: "someone" } });
  const keyIndexes = { bytes: Uint8Array.of(1), timestamp: 5 };
  const device = {
    phone: ada.jid,
    device: 1,
    noiseKey: systemRandom.bytes(32),
    keys: { ...freshKeys(), registrationId: 7 },
    keyIndexes,
  };
  made.engine.handle({ type: "device-added", device });
  made.connect("c1", ada.desk);
  return made;
}

function answerIn(effects: readonly Effect[]): StanzaNode | undefined {
  return stanzasTo("c1", effects).find(({ tag }) => tag === "iq");
}

function messageToAda(text: string): StanzaNode {
  const share = node("to", { jid: ada.desk }, [node("enc", { v: "2", type: "msg" }, Buffer.from(text))]);
  return node("message", { id: text, to: ada.jid, type: "text" }, [node("participants", {}, [share])]);
}

describe("what ordinary clients ask for at once is known", () => {
  test.each<[string, StanzaNode, StanzaNode | undefined]>([
    ["blocklist", iq("get", "blocklist"), node("list", {}, [])],
    ["properties", iq("get", "abt", [node("props", { protocol: "1" })]), node("props", { protocol: "1" })],
    [
      "older properties",
      iq("get", "w", [node("props", { protocol: "2", hash: "" })]),
      node("props", { protocol: "2" }),
    ],
    [
      "privacy tokens",
      iq("set", "privacy", [node("tokens", {}, [node("token", { jid: ben.jid, t: "1", type: "trusted_contact" })])]),
      undefined,
    ],
  ])("%s", (_, request, content) => {
    const { client, engine } = bench();
    expect(engine.knows(request)).toBe(true);
    const answer = answerIn(client(request));
    expect(answer?.attrs).toMatchObject({ type: "result", id: "7" });
    expect(answer?.content).toEqual(content && [content]);
  });
});

describe("a user who is blocked", () => {
  const change = (action: string, jid: string, more = {}): StanzaNode =>
    iq("set", "blocklist", [node("item", { action, jid, ...more })]);
  const listed = (effects: readonly Effect[]) => {
    const answer = answerIn(effects);
    return answer && childNamed(answer, "list")?.content;
  };

  test("is listed with both addresses, until unblocked by either", () => {
    const items = [node("item", { jid: ben.lid, pn_jid: ben.jid })];
    for (const jid of [ben.lid, ben.jid]) {
      const { client } = bench();
      // As Baileys 7 and whatsmeow write it.
      expect(listed(client(change("block", ben.lid, { pn_jid: ben.jid })))).toEqual(items);
      expect(listed(client(iq("get", "blocklist")))).toEqual(items);
      expect(listed(client(change("unblock", jid)))).toEqual([]);
    }
  });

  test.each([
    ["a number alone, as Baileys 6 writes it", ben.jid, "400"],
    ["nobody who is known", "1@s.whatsapp.net", "404"],
  ])("may be %s, which is refused", (_, jid, code) => {
    const answer = answerIn(bench().client(change("block", jid)));
    expect(answer).toMatchObject({ attrs: { type: "error" }, content: [{ attrs: { code } }] });
  });

  test("is answered as ever, and nothing arrives", () => {
    const { client, user } = bench();
    const arrived = (id: string) => stanzasTo("c1", user(messageToAda(id), ben.jid)).map(({ tag }) => tag);
    expect(arrived("before")).toEqual(["message"]);
    client(change("block", ben.lid));
    const effects = user(messageToAda("while blocked"), ben.jid);
    expect(stanzasTo("c1", effects)).toEqual([]);
    expect(stanzasTo(ben.jid, effects)).toMatchObject([
      { tag: "ack", attrs: { class: "message", id: "while blocked" } },
    ]);
    client(change("unblock", ben.jid));
    expect(arrived("after")).toEqual(["message"]);
  });
});

test("a changed identity is told by both addresses of the user", () => {
  const { user, client } = bench();
  user(uploadStanza(freshKeys(), 1), ben.jid);
  // Ada fetches Ben's keys, and so may have a session with him.
  client(iq("get", "encrypt", [node("key", {}, [node("user", { jid: ben.jid })])]));
  const told = stanzasTo("c1", user(uploadStanza(freshKeys(), 1), ben.jid));
  expect(told.map(({ tag, attrs }) => [tag, attrs["type"], attrs["from"]])).toEqual([
    ["notification", "encrypt", ben.jid],
    ["notification", "encrypt", ben.lid],
  ]);
  expect(told.every((notice) => childNamed(notice, "identity") !== undefined)).toBe(true);
});

describe("a request that a fault loses", () => {
  test("is neither carried out nor answered; others are", () => {
    const { client, faults, user } = bench();
    faults.arm({ fault: "request-unanswered", params: { namespace: "blocklist", type: "set" } });
    expect(answerIn(client(iq("get", "blocklist")))).toBeDefined();
    expect(client(iq("set", "blocklist", [node("item", { action: "block", jid: ben.lid })]))).toEqual([]);
    expect(stanzasTo("c1", user(messageToAda("arrives"), ben.jid))).toHaveLength(1);
    expect(answerIn(client(iq("set", "blocklist", [node("item", { action: "block", jid: ben.lid })])))).toBeDefined();
  });

  test.each(["w:p", "encrypt", "usync", "not known here"])("may be of namespace %s", (namespace) => {
    const { client, faults } = bench();
    faults.arm({ fault: "request-unanswered", params: { namespace } });
    expect(client(iq("get", namespace))).toEqual([]);
    expect(answerIn(client(iq("get", namespace)))).toBeDefined();
  });
});
