import { describe, expect, test } from "@jest/globals";
import {
  GroupCipher,
  GroupSessionBuilder,
  generateIdentityKeyPair,
  ProtocolAddress,
  SenderKeyDistributionMessage,
  SenderKeyName,
  type SignalStorage,
} from "whatsapp-rust-bridge";
import { toHex, utf8 } from "../../core/bytes.js";
import { seededRandom } from "../../runtime/random.js";
import { createSenderKeys } from "./sender-keys.js";

// The group cipher of whatsapp-rust-bridge (Rust, MIT) is an independent implementation. What it reads and writes is
// outside evidence for distributions and group messages, to the last byte.

const group = "999000000001-1760000000@g.us";
const address = new ProtocolAddress("999000000002", 0);
const turns = 300;

/** A member whose client is the bridge. */
function bridgeMember() {
  const records = new Map<string, Uint8Array>();
  const identity = generateIdentityKeyPair();
  const storage: SignalStorage = {
    loadSession: () => null,
    storeSession: () => undefined,
    getOurIdentity: () => identity,
    getOurRegistrationId: () => 4242,
    isTrustedIdentity: () => true,
    loadPreKey: () => null,
    removePreKey: () => undefined,
    loadSignedPreKey: () => null,
    loadSenderKey: (name) => records.get(name) ?? null,
    storeSenderKey: (name, record) => void records.set(name, record),
  };
  // Either keeps what it has read of the store, so each call has its own.
  const builder = (): GroupSessionBuilder => new GroupSessionBuilder(storage);
  const cipher = (): GroupCipher => new GroupCipher(storage, group, address);
  return {
    distribution: async () => (await builder().create(new SenderKeyName(group, address))).serialize(),
    process: (bytes: Uint8Array) =>
      builder().process(new SenderKeyName(group, address), SenderKeyDistributionMessage.deserialize(bytes)),
    encrypt: (text: string) => cipher().encrypt(utf8(text)),
    decrypt: async (message: Uint8Array) => new TextDecoder().decode(await cipher().decrypt(message)),
  };
}

const ours = (seed: string) => createSenderKeys(seededRandom(seed));

describe("with the group cipher of whatsapp-rust-bridge", () => {
  test("it reads what we distribute and send, with gaps and out of order", async () => {
    const sender = ours("we send");
    const reader = bridgeMember();
    await reader.process(sender.distribution(group));
    const messages = ["one", "two", "three", "four"].map((text) => sender.encrypt(group, utf8(text)));
    const [one, two, three, four] = messages as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    for (const [message, text] of [
      [three, "three"],
      [one, "one"],
      [four, "four"],
      [two, "two"],
    ] as const) {
      expect(await reader.decrypt(message)).toBe(text);
    }
    await expect(reader.decrypt(two)).rejects.toBeDefined();
  });

  test("it refuses our message with a changed signature", async () => {
    const sender = ours("forged");
    const reader = bridgeMember();
    await reader.process(sender.distribution(group));
    const message = sender.encrypt(group, utf8("sound"));
    const forged = message.map((byte, at) => (at === message.length - 1 ? byte ^ 1 : byte));
    await expect(reader.decrypt(forged)).rejects.toBeDefined();
    expect(await reader.decrypt(message)).toBe("sound");
  });

  test("we read what it distributes and sends, with gaps and out of order, each once", async () => {
    const sender = bridgeMember();
    const reader = ours("we read");
    reader.process(group, "peer", await sender.distribution());
    const [one, two, three] = [await sender.encrypt("one"), await sender.encrypt("two"), await sender.encrypt("three")];
    const read = (message: Uint8Array): string => new TextDecoder().decode(reader.decrypt(group, "peer", message));
    expect([read(three), read(one), read(two)]).toEqual(["three", "one", "two"]);
    expect(() => read(one)).toThrow(expect.objectContaining({ code: "duplicate-message" }));
  });

  test("we refuse its message with a changed signature", async () => {
    const sender = bridgeMember();
    const reader = ours("we refuse");
    reader.process(group, "peer", await sender.distribution());
    const message = await sender.encrypt("sound");
    const forged = message.map((byte, at) => (at === message.length - 1 ? byte ^ 1 : byte));
    expect(() => reader.decrypt(group, "peer", forged)).toThrow(expect.objectContaining({ code: "bad-signature" }));
    expect(new TextDecoder().decode(reader.decrypt(group, "peer", message))).toBe("sound");
  });

  test("a key handed out later opens what comes after it, on either side", async () => {
    const [weSend, itReads] = [ours("late"), bridgeMember()];
    weSend.encrypt(group, utf8("before"));
    await itReads.process(weSend.distribution(group));
    expect(await itReads.decrypt(weSend.encrypt(group, utf8("after")))).toBe("after");

    const [itSends, weRead] = [bridgeMember(), ours("late too")];
    await itSends.distribution();
    const before = await itSends.encrypt("before");
    weRead.process(group, "peer", await itSends.distribution());
    expect(new TextDecoder().decode(weRead.decrypt(group, "peer", await itSends.encrypt("after")))).toBe("after");
    expect(() => weRead.decrypt(group, "peer", before)).toThrow(expect.objectContaining({ code: "duplicate-message" }));
  });

  test("after a renewal it needs our new distribution, and reads on with it", async () => {
    const sender = ours("renewal");
    const reader = bridgeMember();
    await reader.process(sender.distribution(group));
    expect(await reader.decrypt(sender.encrypt(group, utf8("before")))).toBe("before");
    sender.renew(group);
    const distribution = sender.distribution(group);
    const message = sender.encrypt(group, utf8("after"));
    await expect(reader.decrypt(message)).rejects.toBeDefined();
    await reader.process(distribution);
    expect(await reader.decrypt(message)).toBe("after");
  });

  test("a long conversation in both directions is read to the last message", async () => {
    const random = seededRandom("long");
    const [we, it] = [ours("long: we"), bridgeMember()];
    const itself = bridgeMember();
    await it.process(we.distribution(group));
    we.process(group, "peer", await itself.distribution());
    for (let turn = 0; turn < turns; turn++) {
      const text = toHex(random.bytes(random.int(400)));
      const weSpeak = random.int(2) === 0;
      const read = weSpeak
        ? await it.decrypt(we.encrypt(group, utf8(text)))
        : new TextDecoder().decode(we.decrypt(group, "peer", await itself.encrypt(text)));
      if (read !== text) expect({ turn, weSpeak, read }).toEqual({ turn, weSpeak, read: text });
    }
  });
});
