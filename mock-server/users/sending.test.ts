import { beforeEach, describe, expect, test } from "@jest/globals";
import { uintToBytes } from "../../core/bytes.js";
import type { FaultId } from "../../harness/ports/faults.js";
import type { WhatsAppUser } from "../../harness/ports/meta-side.js";
import { traceOf } from "../../harness/trace/trace.js";
import { loadProfile } from "../../profiles/load.js";
import { childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { movableClock } from "../../runtime/movable-clock.js";
import { seededRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { type ProviderPeer, providerPeer } from "../testing/provider-peer.js";
import { registrationNode, retryKeysNode } from "./keys.js";

const { profile } = await loadProfile("whatsapp");
const clock = movableClock(systemClock);
const hello = { type: "text", text: "hello" } as const;

let peer: ProviderPeer;
let user: WhatsAppUser;

beforeEach(async () => {
  peer = providerPeer({ profile, clock, random: seededRandom("sending") });
  user = await peer.users.create();
});

async function messages(): Promise<StanzaNode[]> {
  await peer.settle();
  return peer.take("message");
}

describe("an address of a simulated user", () => {
  test.each([
    ["s.whatsapp.net", /^999\d{9}@s\.whatsapp\.net$/],
    ["lid", /^[1-9]\d{14}@lid$/],
    ["msgr", /^[1-9]\d{14}@msgr$/],
  ] as const)("is at %s where the profile says so, and messages come from there", async (whatsappServer, form) => {
    const there = { ...profile, stanza: { ...profile.stanza, whatsappServer } };
    peer = providerPeer({ profile: there, clock, random: seededRandom("addresses") });
    user = await peer.users.create();
    expect(user.jid).toMatch(form);
    await user.send(peer.login, hello);
    const [message] = await messages();
    expect(message?.attrs["from"]).toBe(user.jid);
    expect(await peer.open(message)).toEqual(hello);
  });
});

describe("a message of a simulated user", () => {
  test("reaches the provider's user encrypted, and the trace shows its content", async () => {
    const { id } = await user.send(peer.login, hello);
    const [message] = await messages();
    expect(message?.attrs).toMatchObject({ id, from: user.jid, type: "text" });
    expect(childNamed(message ?? node("none"), "enc")?.attrs).toEqual({ v: "2", type: "pkmsg" });
    expect(await peer.open(message)).toEqual(hello);
    expect(traceOf(peer.journal.entries).of("sealed")).toMatchObject([
      {
        by: "harness",
        messageId: id,
        user: user.jid,
        to: peer.login,
        content: hello,
        inspection: { kind: "pkmsg", firstByte: 0x33 },
      },
    ]);
  });

  test("stays a pre-key message until there is an answer", async () => {
    await user.send(peer.login, hello);
    await user.send(peer.login, hello);
    const [first, second] = await messages();
    await peer.open(first);
    expect(await peer.open(second)).toEqual(hello);
    await peer.sendText(user.jid, "M1", "hi");
    await user.send(peer.login, { type: "text", text: "third" });
    const [third] = await messages();
    expect(childNamed(third ?? node("none"), "enc")?.attrs["type"]).toBe("msg");
    expect(await peer.open(third)).toEqual({ type: "text", text: "third" });
  });

  test("goes out in the order in which the suite asked", async () => {
    const texts = ["1", "2", "3", "4", "5"];
    await Promise.all(texts.map((text) => user.send(peer.login, { type: "text", text })));
    const opened = [];
    for (const message of await messages()) opened.push(await peer.open(message));
    expect(opened).toEqual(texts.map((text) => ({ type: "text", text })));
  });

  test("to an unknown receiver is refused", async () => {
    await expect(user.send("900-2@interop", hello)).rejects.toMatchObject({ code: "user-bundle-unavailable" });
  });

  test("ends with the user", async () => {
    const pending = user.send(peer.login, hello);
    peer.users.clear();
    await expect(pending).rejects.toMatchObject({ code: "user-gone" });
  });
});

describe("a retry receipt", () => {
  function retry(id: string, count: number, ...children: StanzaNode[]): StanzaNode {
    const content = [node("retry", { count: `${count}`, id, t: "1", v: "1" }), ...children];
    return node("receipt", { id, to: user.jid, type: "retry" }, content);
  }

  test("brings the message again under the same id, in a new session", async () => {
    const { id } = await user.send(peer.login, hello);
    await messages();
    peer.say(retry(id, 1, node("registration", {}, uintToBytes(peer.account.registrationId, 4))));
    const [again] = await messages();
    expect(again?.attrs["id"]).toBe(id);
    expect(childNamed(again ?? node("none"), "enc")?.attrs).toEqual({ v: "2", type: "pkmsg", count: "1" });
    expect(await peer.open(again)).toEqual(hello);
    expect(peer.take("ack")).toMatchObject([{ attrs: { class: "receipt", id, type: "retry" } }]);
  });

  test("with keys is answered with those keys", async () => {
    const { id } = await user.send(peer.login, hello);
    await messages();
    const [preKey] = peer.account.generatePreKeys(77, 1);
    if (preKey === undefined) throw new Error("no pre-key");
    peer.say(retry(id, 2, registrationNode(peer.account), retryKeysNode(peer.account, preKey)));
    const [again] = await messages();
    expect(traceOf(peer.journal.entries).of("sealed").at(-1)?.inspection).toMatchObject({ preKeyId: 77 });
    expect(await peer.open(again)).toEqual(hello);
  });

  test("that never counts up is answered ten times", async () => {
    const { id } = await user.send(peer.login, hello);
    await messages();
    for (let count = 0; count < 12; count++) peer.say(retry(id, 1));
    expect(await messages()).toHaveLength(10);
  });

  test.each([
    ["one too many", profile.receipts.maximumRetries + 1, undefined],
    ["of a message that never was", 1, "3EB0"],
  ])("%s is not answered", async (_, count, otherId) => {
    const { id } = await user.send(peer.login, hello);
    await messages();
    peer.say(retry(otherId ?? id, count));
    expect(await messages()).toEqual([]);
  });
});

describe("faults", () => {
  async function sendWith(fault: FaultId, params = {}): Promise<StanzaNode[]> {
    peer.faults.arm({ fault, account: peer.login, params });
    await user.send(peer.login, hello);
    return messages();
  }

  test.each<[FaultId, string]>([
    ["ciphertext-corrupted", "bad-mac"],
    ["padding-inconsistent", "bad-padding"],
    ["content-malformed", "content-malformed"],
  ])("%s cannot be opened: %s; the retry can", async (fault, code) => {
    await user.send(peer.login, hello);
    for (const message of await messages()) await peer.open(message);
    await peer.sendText(user.jid, "M1", "hi");
    const [message] = await sendWith(fault);
    await expect(peer.open(message)).rejects.toMatchObject({ code });
    const id = message?.attrs["id"] ?? "";
    peer.say(node("receipt", { id, to: user.jid, type: "retry" }, [node("retry", { count: "1" })]));
    const [again] = await messages();
    expect(await peer.open(again)).toEqual(hello);
  });

  test.each([1, 9, 16])("padding-length %d is opened", async (length) => {
    const [message] = await sendWith("padding-length", { length });
    expect(await peer.open(message)).toEqual(hello);
  });

  test("message-duplicated, enc-missing, enc-type-unknown and plaintext-downgrade change the stanza", async () => {
    expect((await sendWith("message-duplicated")).map(({ attrs }) => attrs["id"])).toHaveLength(2);
    for (const fault of ["enc-missing", "plaintext-downgrade"] as const) {
      const [message] = await sendWith(fault);
      expect(message && childNamed(message, "enc")).toBeUndefined();
    }
    const [unknown] = await sendWith("enc-type-unknown");
    expect(["pkmsg", "msg"]).not.toContain(unknown && childNamed(unknown, "enc")?.attrs["type"]);
  });
});
