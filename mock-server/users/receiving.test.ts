import { beforeEach, describe, expect, test } from "@jest/globals";
import type { OpenedEntry } from "../../harness/model/trace.js";
import type { WhatsAppUser } from "../../harness/ports/meta-side.js";
import { traceOf } from "../../harness/trace/trace.js";
import { loadProfile } from "../../profiles/load.js";
import { childNamed, childrenNamed, childrenOf, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { seededRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import type { SignalMessage } from "../../signal/account.js";
import { addressOf } from "../../signal/address.js";
import { messageTo, peerEntry, type ProviderPeer, providerPeer } from "../testing/provider-peer.js";
import { readBundle } from "./keys.js";

const { profile } = await loadProfile("whatsapp");
const hello = { type: "text", text: "hello" } as const;

let peer: ProviderPeer;
let user: WhatsAppUser;

beforeEach(async () => {
  peer = providerPeer({ profile, clock: systemClock, random: seededRandom("receiving") });
  user = await peer.users.create();
  await peer.openSession(user.jid);
});

async function deliver(message: StanzaNode): Promise<OpenedEntry | undefined> {
  peer.say(message);
  await peer.settle();
  return traceOf(peer.journal.entries).of("opened").at(-1);
}

function spoilt({ type, bytes }: SignalMessage): SignalMessage {
  return { type, bytes: bytes.map((byte, index) => (index === bytes.length - 12 ? byte ^ 1 : byte)) };
}

describe("a message of the provider's user", () => {
  test("is opened, recorded and confirmed", async () => {
    const opened = await deliver(messageTo(user.jid, "M1", await peer.seal(user.jid, hello)));
    expect(opened).toMatchObject({
      by: "provider",
      of: peerEntry,
      messageId: "M1",
      user: user.jid,
      from: peer.login,
      padding: { length: 7, uniform: true },
      content: hello,
      inspection: { kind: "pkmsg", firstByte: 0x33, registrationId: peer.account.registrationId, counter: 0 },
    });
    expect(opened?.error).toBeUndefined();
    expect(peer.take("receipt")).toMatchObject([{ attrs: { id: "M1", from: user.jid } }]);
    expect(peer.take("ack")).toMatchObject([{ attrs: { class: "message", id: "M1", from: user.jid } }]);
  });

  test("that comes twice is confirmed twice", async () => {
    const message = messageTo(user.jid, "M1", await peer.seal(user.jid, hello));
    await deliver(message);
    expect(await deliver(message)).toMatchObject({ error: "duplicate-message" });
    expect(peer.take("receipt").map(({ attrs }) => attrs["type"])).toEqual([undefined, undefined]);
  });

  test.each([
    ["bad-padding", new Uint8Array([10, 1, 97, 3, 2, 3])],
    ["content-malformed", new Uint8Array([10, 127, 1])],
  ])("with %s is recorded and not confirmed", async (error, plaintext) => {
    const sealed = await peer.account.encrypt(addressOf(user.jid), plaintext);
    expect(await deliver(messageTo(user.jid, "M1", sealed))).toMatchObject({ error, inspection: { kind: "pkmsg" } });
    expect(peer.take("receipt")).toEqual([]);
  });

  test.each([
    ["enc-missing", []],
    ["enc-type-unknown", [node("enc", { v: "2", type: "skmsg" }, Uint8Array.of(1))]],
  ])("with %s is recorded and not confirmed", async (error, content) => {
    const message = node("message", { id: "M1", to: user.jid, type: "text" }, content);
    expect(await deliver(message)).toMatchObject({ messageId: "M1", error });
    expect(peer.take("receipt")).toEqual([]);
  });
});

describe("what cannot be opened", () => {
  async function refused(id: string): Promise<StanzaNode> {
    const opened = await deliver(messageTo(user.jid, id, spoilt(await peer.seal(user.jid, hello))));
    expect(opened).toMatchObject({ messageId: id, error: "bad-mac" });
    return peer.take("receipt")[0] ?? node("none");
  }

  test("is asked for again, the second time with keys that work", async () => {
    const first = await refused("M1");
    expect(first.attrs).toMatchObject({ id: "M1", from: user.jid, type: "retry" });
    expect(childNamed(first, "retry")?.attrs).toMatchObject({ count: "1", id: "M1", v: "1" });
    expect(childrenOf(first).map(({ tag }) => tag)).toEqual(["retry", "registration"]);

    const second = await refused("M1");
    expect(childNamed(second, "retry")?.attrs["count"]).toBe("2");
    const keys = childNamed(second, "keys") ?? node("none");
    const bundle = readBundle([...childrenOf(keys), ...childrenNamed(second, "registration")]);
    if (bundle === undefined) throw new Error("no bundle");
    peer.account.deleteSession(addressOf(user.jid));
    await peer.account.openSession(addressOf(user.jid), bundle);
    const again = messageTo(user.jid, "M1", await peer.seal(user.jid, hello));
    expect(await deliver(again)).toMatchObject({ content: hello });
  });

  test("is asked for at most as often as the profile allows", async () => {
    for (let count = 1; count <= profile.receipts.maximumRetries; count++) {
      expect(childNamed(await refused("M1"), "retry")?.attrs["count"]).toBe(`${count}`);
    }
    expect((await refused("M1")).tag).toBe("none");
  });

  test.each(["junk", ""])("%j is asked for again too", async (text) => {
    const bytes = new TextEncoder().encode(text);
    expect(await deliver(messageTo(user.jid, "M1", { type: "msg", bytes }))).toMatchObject({
      error: "malformed-message",
    });
    expect(peer.take("receipt")).toMatchObject([{ attrs: { type: "retry" } }]);
  });
});

test("the fault retry-requested asks again for a message that was opened", async () => {
  peer.faults.arm({ fault: "retry-requested" });
  expect(await deliver(messageTo(user.jid, "M1", await peer.seal(user.jid, hello)))).toMatchObject({ content: hello });
  expect(peer.take("receipt")).toMatchObject([{ attrs: { id: "M1", type: "retry" } }]);
  expect(await deliver(messageTo(user.jid, "M1", await peer.seal(user.jid, hello)))).toMatchObject({ content: hello });
  expect(peer.take("receipt")[0]?.attrs["type"]).toBeUndefined();
});

describe("identity", () => {
  test("a new one of the user is announced, and messages to it open", async () => {
    await user.send(peer.login, hello);
    await peer.settle();
    const [first] = peer.take("message");
    await peer.open(first);
    const before = peer.account.identityOf(addressOf(user.jid));
    await user.changeIdentity();
    const [notice] = peer.take("notification").filter((one) => childNamed(one, "identity") !== undefined);
    expect(notice?.attrs).toMatchObject({ type: "encrypt", from: user.jid });
    await user.send(peer.login, hello);
    await peer.settle();
    const [second] = peer.take("message");
    expect(await peer.open(second)).toEqual(hello);
    expect(peer.account.identityOf(addressOf(user.jid))).not.toEqual(before);
  });

  test("a new one of the provider's user makes the user open a new session", async () => {
    await deliver(messageTo(user.jid, "M1", await peer.seal(user.jid, hello)));
    peer.account.rotateIdentity();
    peer.enlist();
    await user.send(peer.login, hello);
    await peer.settle();
    const [message] = peer.take("message");
    expect(await peer.open(message)).toEqual(hello);
  });
});

test("one-time pre-keys are refilled when they run low", async () => {
  for (let count = 0; count < 40; count++) {
    await peer.openSession(user.jid);
    await peer.settle();
  }
  const opened = await deliver(messageTo(user.jid, "M1", await peer.seal(user.jid, hello)));
  expect(opened).toMatchObject({ content: hello });
  expect(opened?.inspection?.preKeyId).toBeGreaterThan(20);
});
