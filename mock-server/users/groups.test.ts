import { beforeEach, describe, expect, test } from "@jest/globals";
import { concat } from "../../core/bytes.js";
import type { WhatsAppUser } from "../../harness/ports/meta-side.js";
import { traceOf } from "../../harness/trace/trace.js";
import { loadProfile } from "../../profiles/load.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { decodeEnvelope, encodeEnvelope } from "../../protocol/content/envelope.js";
import { pad, unpad } from "../../protocol/content/padding.js";
import { bytesOf, childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { stanzaValidator } from "../../protocol/stanza/catalogue/validate.js";
import { movableClock } from "../../runtime/movable-clock.js";
import { seededRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { addressOf } from "../../signal/address.js";
import { createSenderKeys, type SenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { type ProviderPeer, providerPeer } from "../testing/provider-peer.js";

// One provider's user among simulated ones, with accounts of a single device.

const { profile } = await loadProfile("whatsapp");
const validateStanza = stanzaValidator(profile.requests);
const clock = movableClock(systemClock);

let peer: ProviderPeer;
let keys: SenderKeys;
let bob: WhatsAppUser;
let carol: WhatsAppUser;
let group: string;

beforeEach(async () => {
  const random = seededRandom("groups");
  peer = providerPeer({ profile, clock, random });
  keys = createSenderKeys(seededRandom("of the peer"));
  [bob, carol] = [await peer.users.create(), await peer.users.create()];
  group = await bob.createGroup("Plans", [carol.jid, peer.login]);
  await peer.settle();
});

async function taken(tag: string): Promise<readonly StanzaNode[]> {
  await peer.settle();
  const stanzas = peer.take(tag).filter(({ attrs }) => attrs["from"] === group);
  for (const stanza of stanzas) expect(validateStanza(stanza, "from-server")).toEqual([]);
  return stanzas;
}

/** Takes the key out of a message, when it has one, and opens the rest. */
async function open(message: StanzaNode): Promise<unknown> {
  let said: unknown;
  for (const enc of childrenNamed(message, "enc")) {
    const bytes = bytesOf(enc) ?? new Uint8Array();
    const author = message.attrs["participant"] ?? "";
    const type = enc.attrs["type"] === "pkmsg" ? "pkmsg" : "msg";
    const padded =
      enc.attrs["type"] === "skmsg"
        ? keys.decrypt(group, author, bytes)
        : (await peer.account.decrypt(addressOf(author), { type, bytes })).plaintext;
    const { content, senderKey } = decodeEnvelope(unpad(padded));
    if (senderKey !== undefined) keys.process(senderKey.group, author, senderKey.distribution);
    said = content ?? said;
  }
  return said;
}

/** A message of the peer, with its key for the members named. */
async function say(id: string, text: string, members: readonly WhatsAppUser[]): Promise<void> {
  const notice = encodeEnvelope({ senderKey: { group, distribution: keys.distribution(group) } });
  const shares: StanzaNode[] = [];
  for (const { jid } of members) {
    if (!peer.account.hasSession(addressOf(jid))) await peer.openSession(jid);
    const { type, bytes } = await peer.account.encrypt(addressOf(jid), pad(notice, 3));
    shares.push(node("to", { jid }, [node("enc", { v: "2", type }, bytes)]));
  }
  const sealed = keys.encrypt(group, pad(encodeContent({ type: "text", text }), 5));
  const participants = shares.length === 0 ? [] : [node("participants", {}, shares)];
  const message = node("message", { id, to: group, type: "text" }, [
    ...participants,
    node("enc", { v: "2", type: "skmsg" }, sealed),
  ]);
  expect(validateStanza(message, "from-client")).toEqual([]);
  peer.say(message);
  await peer.settle();
}

const opened = () => traceOf(peer.journal.entries).of("opened", ({ by }) => by === "provider");

describe("a group with a provider's user", () => {
  test("is visible only to its members", async () => {
    const [created] = await taken("notification");
    expect(created?.attrs).toMatchObject({ from: group, participant: bob.jid, type: "w:gp2" });
    const query = (to: string) =>
      node("iq", { id: "q", type: "get", xmlns: "w:g2", to }, [node("query", { request: "interactive" })]);
    peer.take("iq");
    peer.say(query(group));
    const [answer] = peer.take("iq");
    expect(validateStanza(answer ?? node("none"), "from-server")).toEqual([]);
    const described = childNamed(answer ?? node("none"), "group") ?? node("none");
    expect(childrenNamed(described, "participant").map(({ attrs }) => attrs["jid"])).toEqual([
      bob.jid,
      carol.jid,
      peer.login,
    ]);
    await bob.changeGroup("remove", group, [peer.login]);
    peer.say(query(group));
    expect(childNamed(peer.take("iq")[0] ?? node("none"), "error")?.attrs["code"]).toBe("403");
    const [removed] = await taken("notification");
    expect(childNamed(removed ?? node("none"), "remove")).toBeDefined();
  });

  test("delivers a member's message, the first time after the key", async () => {
    await bob.send(group, { type: "text", text: "hello" });
    await bob.send(group, { type: "text", text: "again" });
    const [first, second] = await taken("message");
    expect([first, second].map((message) => childrenNamed(message ?? node("none"), "enc").length)).toEqual([2, 1]);
    expect(first?.attrs).toMatchObject({ from: group, participant: bob.jid });
    expect(await open(first ?? node("none"))).toEqual({ type: "text", text: "hello" });
    expect(await open(second ?? node("none"))).toEqual({ type: "text", text: "again" });
  });

  test("delivers a message of the provider's user to all members, and their receipts", async () => {
    await say("G1", "hi all", [bob, carol]);
    const texts = new Map(opened().map(({ user, content, error }) => [user, [content?.["text"], error]]));
    expect([texts.get(bob.jid), texts.get(carol.jid)]).toEqual([
      ["hi all", undefined],
      ["hi all", undefined],
    ]);
    const [entry] = opened();
    expect(entry).toMatchObject({ group, distributed: { iteration: 0 }, shared: { iteration: 0, firstByte: 0x33 } });
    const receivers = (await taken("receipt")).map(({ attrs }) => attrs["participant"]);
    expect(new Set(receivers)).toEqual(new Set([bob.jid, carol.jid]));
    expect((await taken("ack")).map(({ attrs }) => attrs["error"])).toEqual([undefined]);
  });

  test("makes a member ask again for a message without its key", async () => {
    await say("G2", "no key for Carol", [bob]);
    const errors = new Map(opened().map(({ user, error }) => [user, error]));
    expect([errors.get(bob.jid), errors.get(carol.jid)]).toEqual([undefined, "no-session"]);
    const retry = (await taken("receipt")).find(({ attrs }) => attrs["type"] === "retry");
    expect(retry?.attrs).toMatchObject({ id: "G2", participant: carol.jid });
  });

  test("refuses a message of a user who has left, unless a fault admits it", async () => {
    await bob.changeGroup("remove", group, [carol.jid]);
    await expect(carol.send(group, { type: "text", text: "still here" })).rejects.toMatchObject({
      code: "user-request-refused",
    });
    expect(await taken("message")).toEqual([]);
    peer.faults.arm({ fault: "group-outsider-heard", account: carol.jid, times: "always" });
    await carol.send(group, { type: "text", text: "still here" });
    expect((await taken("message")).map(({ attrs }) => attrs["participant"])).toEqual([carol.jid]);
  });

  test("gets new keys of the remaining members when one is removed", async () => {
    await bob.send(group, { type: "text", text: "all three" });
    await bob.changeGroup("remove", group, [carol.jid]);
    await bob.send(group, { type: "text", text: "two of us" });
    const [before, after] = await taken("message");
    await open(before ?? node("none"));
    expect(childrenNamed(after ?? node("none"), "enc")).toHaveLength(2);
    expect(await open(after ?? node("none"))).toEqual({ type: "text", text: "two of us" });
  });
});

describe("faults of groups", () => {
  test("a withheld key comes with the retry", async () => {
    peer.faults.arm({ fault: "sender-key-withheld", account: peer.login });
    const { id } = await bob.send(group, { type: "text", text: "locked" });
    const [message] = await taken("message");
    expect(childrenNamed(message ?? node("none"), "enc").map(({ attrs }) => attrs["type"])).toEqual(["skmsg"]);
    const t = String(Math.floor(clock.now() / 1000));
    peer.say(
      node("receipt", { id, to: group, participant: bob.jid, type: "retry" }, [
        node("retry", { id, count: "1", t, v: "1" }),
        node("registration", {}, concat(Uint8Array.of(0, 0, 0, 1))),
      ]),
    );
    const [again] = await taken("message");
    expect(childrenNamed(again ?? node("none"), "enc").map(({ attrs }) => attrs["type"])).toEqual(["pkmsg"]);
    expect(await open(again ?? node("none"))).toEqual({ type: "text", text: "locked" });
    await bob.send(group, { type: "text", text: "unlocked" });
    const [next] = await taken("message");
    expect(await open(next ?? node("none"))).toEqual({ type: "text", text: "unlocked" });
  });

  test("a forged message comes before the true one, with another id", async () => {
    await bob.send(group, { type: "text", text: "first" });
    peer.faults.arm({ fault: "group-message-forged" });
    const { id } = await bob.send(group, { type: "text", text: "true" });
    const [first, forged, genuine] = await taken("message");
    await open(first ?? node("none"));
    expect([forged?.attrs["id"] === id, genuine?.attrs["id"]]).toEqual([false, id]);
    await expect(open(forged ?? node("none"))).rejects.toMatchObject({ code: "bad-signature" });
    expect(await open(genuine ?? node("none"))).toEqual({ type: "text", text: "true" });
  });
});
