import { describe, expect, test } from "@jest/globals";
import { builtInProfile } from "../../profiles/built-in.js";
import { bytesOf, childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { systemRandom } from "../../runtime/random.js";
import { engineBench, iq, stanzasTo } from "../testing/engine-bench.js";
import { freshKeys } from "../testing/rig.js";
import type { Effect } from "./types.js";

const { profile } = builtInProfile("whatsapp-consumer");
const ada = { jid: "99911@s.whatsapp.net", lid: "77711@lid", desk: "99911:1@s.whatsapp.net" };
const ben = { jid: "99922@s.whatsapp.net", lid: "77722@lid" };

/** Ada has a phone and a desk on connection c1, Ben a phone. */
function bench(stanza: Partial<typeof profile.stanza> = {}) {
  const { accounts, mailbox } = profile;
  const made = engineBench({ accounts, mailbox, stanza: { ...profile.stanza, ...stanza } });
  const join = ({ jid, lid }: typeof ben, name: string): readonly Effect[] =>
    made.engine.handle({ type: "user-joined", jid, person: { lid, name } });
  join(ada, "Ada");
  join(ben, "Ben");
  const { identity, registrationId, signedPreKey } = freshKeys();
  const keys = { registrationId, identity, signedPreKey };
  const keyIndexes = { bytes: Uint8Array.of(1), timestamp: 5 };
  const noiseKey = systemRandom.bytes(32);
  made.engine.handle({ type: "device-added", device: { phone: ada.jid, device: 1, noiseKey, keys, keyIndexes } });
  const opened = made.connect("c1", ada.desk);
  return { ...made, opened, identity };
}

function share(jid: string, text: string): StanzaNode {
  return node("to", { jid }, [node("enc", { v: "2", type: "pkmsg" }, Buffer.from(text))]);
}

function messageOf(effects: readonly Effect[], to: string): StanzaNode | undefined {
  return stanzasTo(to, effects).find(({ tag }) => tag === "message");
}

describe("users with several devices", () => {
  test("log in by device, and learn their second address", () => {
    expect(stanzasTo("c1", bench().opened)[0]?.attrs["lid"]).toBe("77711:1@lid");
  });

  test("get one ciphertext for each device, with the sender in the form of address that was used", () => {
    const { client } = bench();
    const proof = node("device-identity", {}, Uint8Array.of(9));
    const send = (to: string, own: string): readonly Effect[] => {
      const participants = node("participants", {}, [share(to, "for Ben"), share(own, "for my phone")]);
      return client(node("message", { id: "m1", to, type: "text" }, [participants, proof]));
    };
    const byPhone = send(ben.jid, ada.jid);
    expect(messageOf(byPhone, ben.jid)?.attrs).toMatchObject({ from: ada.desk, sender_lid: ada.lid, notify: "Ada" });
    expect(messageOf(byPhone, ada.jid)?.attrs).toMatchObject({ from: ada.desk, recipient: ben.jid });
    const byLid = messageOf(send(ben.lid, ada.lid), ben.jid);
    expect(byLid?.attrs).toMatchObject({ from: "77711:1@lid", sender_pn: ada.jid });
    const enc = byLid && childNamed(byLid, "enc");
    expect(Buffer.from((enc && bytesOf(enc)) ?? []).toString()).toBe("for Ben");
    expect(byLid && childNamed(byLid, "device-identity")).toEqual(proof);
  });

  test("settle a message with a receipt in either form of address", () => {
    const { client, user, disconnect, connect, engine } = bench();
    disconnect("c1");
    user(
      node("message", { id: "m2", to: ada.jid, type: "text" }, [node("participants", {}, [share(ada.desk, "x")])]),
      ben.jid,
    );
    expect(engine.device(ada.desk)?.queued).toBe(2);
    const waited = stanzasTo("c2", connect("c2", ada.desk));
    // The old warning of few keys is out of date; a new one follows.
    expect(waited.map(({ tag }) => tag)).toEqual(["success", "ib", "message", "ib", "notification"]);
    const before = engine.device(ada.desk)?.queued ?? 0;
    client(node("receipt", { id: "m2", to: ben.lid }), "c2");
    expect(engine.device(ada.desk)?.queued).toBe(before - 1);
  });

  test("are looked up by either address and by number, with devices and signed indexes", () => {
    const query = node("query", {}, [node("devices", { version: "2" }), node("lid"), node("contact")]);
    const list = node("list", {}, [
      node("user", { jid: ada.lid }),
      node("user", {}, [node("contact", {}, "+99922")]),
      node("user", { jid: "99933@s.whatsapp.net" }),
    ]);
    const asked = iq("get", "usync", [node("usync", { sid: "1" }, [query, list])]);
    const [answer = node("none")] = stanzasTo("c1", bench().client(asked));
    const found = childNamed(childNamed(answer, "usync") ?? answer, "list");
    const users = found === undefined ? [] : childrenNamed(found, "user");
    expect(users.map(({ attrs }) => attrs["jid"])).toEqual([ada.lid, ben.jid, "99933@s.whatsapp.net"]);
    const [own = node("none"), , unknown = node("none")] = users;
    const devices = childNamed(childNamed(own, "devices") ?? own, "device-list");
    expect(devices && childrenNamed(devices, "device").map(({ attrs }) => attrs)).toEqual([
      { id: "0" },
      { id: "1", "key-index": "1" },
    ]);
    expect(childNamed(own, "lid")?.attrs["val"]).toBe(ada.lid);
    expect(childNamed(unknown, "contact")?.attrs["type"]).toBe("out");
  });

  test("get their privacy setting for read receipts", () => {
    const [answer = node("none")] = stanzasTo("c1", bench().client(iq("get", "privacy", [node("privacy")])));
    expect(answer.attrs["type"]).toBe("result");
    const settings = childNamed(answer, "privacy")?.content;
    expect(settings).toMatchObject([{ tag: "category", attrs: { name: "readreceipts", value: "all" } }]);
  });

  test("lose a device with a conflict, and messages to its address are refused", () => {
    const { engine } = bench();
    const effects = engine.handle({ type: "device-removed", jid: ada.desk });
    expect(stanzasTo("c1", effects)[0]).toMatchObject({ tag: "stream:error", attrs: { code: "401" } });
    expect(engine.device(ada.desk)).toBeUndefined();
  });
});

describe("requests that the endpoint does not know", () => {
  test.each(["empty-result", "error-501"] as const)("get what the profile says: %s", (unknownRequest) => {
    const { client, engine } = bench({ unknownRequest });
    const unknown = iq("get", "w:news");
    expect(stanzasTo("c1", client(unknown))[0]?.attrs["type"]).toBe(
      unknownRequest === "empty-result" ? "result" : "error",
    );
    expect(engine.knows(unknown)).toBe(false);
    expect(engine.knows(iq("get", "w:p"))).toBe(true);
  });
});
