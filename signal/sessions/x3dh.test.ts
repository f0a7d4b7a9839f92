import { beforeEach, describe, expect, test } from "@jest/globals";
import { sameBytes, utf8 } from "../../core/bytes.js";
import { seededRandom } from "../../runtime/random.js";
import type { PreKeyBundle, SignalAccount, SignalMessage } from "../account.js";
import { addressOf } from "../address.js";
import { withOuterNumber } from "../edit.js";
import { sessionEngine } from "../engine.js";
import { inspectMessage } from "../inspect.js";

const engine = sessionEngine("x3dh-v3");
const aliceAddress = addressOf("1-10853634039893@interop");
const bobAddress = addressOf("31600000001:2@s.whatsapp.net");

let alice: SignalAccount;
let bob: SignalAccount;

beforeEach(() => {
  alice = engine.createAccount();
  bob = engine.createAccount();
  bob.generatePreKeys(1, 3);
});

/** Those of the one-time pre-keys 1 to 3 that are still unused. */
const unusedOf = (account: SignalAccount): number[] =>
  [1, 2, 3].filter((id) => account.bundle(id).preKey !== undefined);

async function firstMessage(text = "hello", bundle = bob.bundle(1)): Promise<SignalMessage> {
  await alice.openSession(bobAddress, bundle);
  return alice.encrypt(bobAddress, utf8(text));
}

function flipped({ type, bytes }: SignalMessage, at: number): SignalMessage {
  const copy = Uint8Array.from(bytes);
  const index = at < 0 ? copy.length + at : at;
  copy[index] = (copy[index] ?? 0) ^ 1;
  return { type, bytes: copy };
}

function withFirstByte({ type, bytes }: SignalMessage, first: number): SignalMessage {
  return { type, bytes: Uint8Array.of(first, ...bytes.subarray(1)) };
}

describe("addresses", () => {
  test("name the account and the device", () => {
    expect(aliceAddress).toEqual({ name: "1-10853634039893@interop", device: 0 });
    expect(bobAddress).toEqual({ name: "31600000001@s.whatsapp.net", device: 2 });
    expect(() => addressOf("nobody")).toThrow(expect.objectContaining({ code: "bad-address" }));
  });
});

describe("sessions", () => {
  test("carry a conversation; the one-time pre-key is used up", async () => {
    const first = await firstMessage();
    expect(first.type).toBe("pkmsg");
    expect(await bob.decrypt(aliceAddress, first)).toEqual({
      plaintext: utf8("hello"),
      identityChanged: false,
      usedPreKeyId: 1,
    });
    expect(unusedOf(bob)).toEqual([2, 3]);
    const reply = await bob.encrypt(aliceAddress, utf8("hi"));
    expect(reply.type).toBe("msg");
    expect(await alice.decrypt(bobAddress, reply)).toEqual({ plaintext: utf8("hi"), identityChanged: false });
    expect((await alice.encrypt(bobAddress, utf8("again"))).type).toBe("msg");
  });

  test("open without a one-time pre-key", async () => {
    const received = await bob.decrypt(aliceAddress, await firstMessage("hello", bob.bundle()));
    expect(received).toEqual({ plaintext: utf8("hello"), identityChanged: false });
    expect(unusedOf(bob)).toEqual([1, 2, 3]);
  });

  test("read messages in any order", async () => {
    await bob.decrypt(aliceAddress, await firstMessage());
    const replies = await Promise.all(["1", "2", "3"].map((text) => bob.encrypt(aliceAddress, utf8(text))));
    expect(replies.map(({ bytes }) => inspectMessage("msg", bytes).counter)).toEqual([0, 1, 2]);
    for (const [index, reply] of [...replies.entries()].reverse()) {
      expect((await alice.decrypt(bobAddress, reply)).plaintext).toEqual(utf8(`${index + 1}`));
    }
  });

  test("skip ahead as far as the reader follows", async () => {
    await bob.decrypt(aliceAddress, await firstMessage());
    await alice.decrypt(bobAddress, await bob.encrypt(aliceAddress, utf8("hi")));
    const left = await alice.encrypt(bobAddress, utf8("left behind"));
    await alice.skipAhead(bobAddress, 1999);
    const far = await alice.encrypt(bobAddress, utf8("far"));
    expect(inspectMessage("msg", far.bytes).counter).toBe(2000);
    expect((await bob.decrypt(aliceAddress, far)).plaintext).toEqual(utf8("far"));
    expect((await bob.decrypt(aliceAddress, left)).plaintext).toEqual(utf8("left behind"));
    await alice.skipAhead(bobAddress, 25_001);
    const tooFar = bob.decrypt(aliceAddress, await alice.encrypt(bobAddress, utf8("too far")));
    await expect(tooFar).rejects.toMatchObject({ code: "bad-mac" });
    alice.deleteSession(bobAddress);
    await expect(alice.skipAhead(bobAddress, 1)).rejects.toMatchObject({ code: "no-session" });
  });

  test("go on reading when they are archived, and a new one is needed for writing", async () => {
    const first = await firstMessage();
    await bob.decrypt(aliceAddress, first);
    expect(bob.registrationIdOf(aliceAddress)).toBe(alice.registrationId);
    bob.archiveSessions();
    expect(bob.hasSession(aliceAddress)).toBe(false);
    expect(bob.registrationIdOf(aliceAddress)).toBeUndefined();
    const second = await alice.encrypt(bobAddress, utf8("again"));
    expect((await bob.decrypt(aliceAddress, second)).plaintext).toEqual(utf8("again"));
  });

  test("are forgotten on demand", async () => {
    const first = await firstMessage();
    expect(alice.hasSession(bobAddress)).toBe(true);
    alice.deleteSession(bobAddress);
    expect(alice.hasSession(bobAddress)).toBe(false);
    await expect(alice.encrypt(bobAddress, utf8("x"))).rejects.toMatchObject({ code: "no-session" });
    await expect(bob.decrypt(aliceAddress, { type: "msg", bytes: signalPart(first) })).rejects.toMatchObject({
      code: "no-session",
    });
  });

  /** The message inside a pkmsg, found by its first byte after the field's tag 0x22 and a length of two bytes at most. */
  function signalPart({ bytes }: SignalMessage): Uint8Array {
    const at = bytes.findIndex((byte, index) => byte === 0x22 && bytes[index + 2] === 0x33);
    return bytes.slice(at + 2, at + 2 + (bytes[at + 1] ?? 0));
  }
});

describe("refusals leave the account as it was", () => {
  test("a flipped bit", async () => {
    const first = await firstMessage();
    await expect(bob.decrypt(aliceAddress, flipped(first, -20))).rejects.toMatchObject({ code: "bad-mac" });
    expect(bob.identityOf(aliceAddress)).toBeUndefined();
    expect(unusedOf(bob)).toEqual([1, 2, 3]);
    expect((await bob.decrypt(aliceAddress, first)).plaintext).toEqual(utf8("hello"));

    const reply = await bob.encrypt(aliceAddress, utf8("hi"));
    await expect(alice.decrypt(bobAddress, flipped(reply, -1))).rejects.toMatchObject({ code: "bad-mac" });
    expect((await alice.decrypt(bobAddress, reply)).plaintext).toEqual(utf8("hi"));
  });

  test("a replay", async () => {
    const first = await firstMessage();
    await bob.decrypt(aliceAddress, first);
    await expect(bob.decrypt(aliceAddress, first)).rejects.toMatchObject({ code: "duplicate-message" });
    const reply = await bob.encrypt(aliceAddress, utf8("hi"));
    await alice.decrypt(bobAddress, reply);
    await expect(alice.decrypt(bobAddress, reply)).rejects.toMatchObject({ code: "duplicate-message" });
  });

  test("a pre-key message that names a signed pre-key of nobody", async () => {
    const { type, bytes } = await firstMessage();
    const changed = withOuterNumber(bytes, "signedPreKeyId", 0xabcdef);
    expect(inspectMessage(type, changed).outer).toMatchObject({ preKeyId: 1, signedPreKeyId: 0xabcdef });
    await expect(bob.decrypt(aliceAddress, { type, bytes: changed })).rejects.toMatchObject({
      code: "unknown-signed-pre-key",
    });
    const other = withOuterNumber(bytes, "registrationId", 0xffff_ffff);
    expect((await bob.decrypt(aliceAddress, { type, bytes: other })).plaintext).toEqual(utf8("hello"));
  });

  test("keys that are not ours", async () => {
    const first = await firstMessage();
    const stranger = engine.createAccount();
    stranger.rotateSignedPreKey();
    await expect(stranger.decrypt(aliceAddress, first)).rejects.toMatchObject({ code: "unknown-pre-key" });
    for (let count = 0; count < 3; count++) bob.rotateSignedPreKey();
    await expect(bob.decrypt(aliceAddress, first)).rejects.toMatchObject({ code: "unknown-signed-pre-key" });
  });

  test("versions other than 3", async () => {
    const first = await firstMessage();
    for (const byte of [0x23, 0x43, 0x03]) {
      const refused = bob.decrypt(aliceAddress, withFirstByte(first, byte));
      await expect(refused).rejects.toMatchObject({ code: "unsupported-version" });
    }
  });

  test("bytes that are no message", async () => {
    for (const bytes of [new Uint8Array(), Uint8Array.of(0x33), new Uint8Array(40).fill(0x33)]) {
      await expect(bob.decrypt(aliceAddress, { type: "msg", bytes })).rejects.toMatchObject({
        code: "malformed-message",
      });
      await expect(bob.decrypt(aliceAddress, { type: "pkmsg", bytes })).rejects.toMatchObject({
        code: "malformed-message",
      });
    }
  });

  test("a bundle with a bad signature, a short key or an absurd id", async () => {
    const good = bob.bundle(1);
    const signature = good.signedPreKey.signature.map((byte, index) => (index === 3 ? byte ^ 1 : byte));
    const open = (change: Partial<PreKeyBundle>) => alice.openSession(bobAddress, { ...good, ...change });
    await expect(open({ signedPreKey: { ...good.signedPreKey, signature } })).rejects.toMatchObject({
      code: "bad-signed-pre-key-signature",
    });
    await expect(open({ identityKey: new Uint8Array(31) })).rejects.toMatchObject({ code: "malformed-bundle" });
    await expect(open({ registrationId: -1 })).rejects.toMatchObject({ code: "malformed-bundle" });
    expect(alice.hasSession(bobAddress)).toBe(false);
    expect(alice.identityOf(bobAddress)).toBeUndefined();
  });
});

describe("identity", () => {
  test("changes are reported on both ways in", async () => {
    await bob.decrypt(aliceAddress, await firstMessage());
    alice.rotateIdentity();
    bob.generatePreKeys(10, 1);
    expect((await bob.decrypt(aliceAddress, await firstMessage("new", bob.bundle(10)))).identityChanged).toBe(true);
    expect(bob.identityOf(aliceAddress)).toEqual(alice.publicIdentity);
    bob.rotateIdentity();
    expect(await alice.openSession(bobAddress, bob.bundle())).toEqual({ identityChanged: true });
  });

  test("that was forgotten is new again, so the next one is no change", async () => {
    await bob.decrypt(aliceAddress, await firstMessage("old", bob.bundle()));
    alice.rotateIdentity();
    bob.forgetIdentity(aliceAddress);
    const { identityChanged, plaintext } = await bob.decrypt(aliceAddress, await firstMessage("new", bob.bundle()));
    expect({ identityChanged, plaintext }).toEqual({ identityChanged: false, plaintext: utf8("new") });
    expect(bob.identityOf(aliceAddress)).toEqual(alice.publicIdentity);
  });

  test("rotation renews every key", () => {
    const before = bob.bundle(1);
    bob.rotateIdentity();
    expect(sameBytes(bob.publicIdentity, before.identityKey)).toBe(false);
    expect(sameBytes(bob.signedPreKey().publicKey, before.signedPreKey.publicKey)).toBe(false);
    expect(unusedOf(bob)).toEqual([]);
  });
});

describe("keys", () => {
  test("three signed pre-keys stay addressable", () => {
    const ids = [bob.signedPreKey().id, bob.rotateSignedPreKey().id, bob.rotateSignedPreKey().id];
    expect(ids).toEqual([1, 2, 3]);
    bob.rotateSignedPreKey();
    expect([1, 2, 3, 4].map((id) => bob.signedPreKey(id)?.id)).toEqual([undefined, 2, 3, 4]);
  });

  test("pre-key ids stay within three bytes", () => {
    expect(bob.nextPreKeyId).toBe(4);
    expect(bob.generatePreKeys(0xff_ffff, 1)[0]?.id).toBe(0xff_ffff);
    expect(bob.nextPreKeyId).toBe(1);
    for (const [first, count] of [
      [0, 1],
      [0xff_ffff, 2],
      [1.5, 1],
    ] as const) {
      expect(() => bob.generatePreKeys(first, count)).toThrow(expect.objectContaining({ code: "bad-key-id" }));
    }
  });

  test("follow the seed when there is one", () => {
    const [one, two] = [1, 2].map(() => engine.createAccount({ random: seededRandom("seed") }));
    expect(one?.publicIdentity).toEqual(two?.publicIdentity);
    expect(one?.registrationId).toBe(two?.registrationId);
  });
});

describe("state", () => {
  test("survives export and import in the middle of a conversation", async () => {
    const first = await firstMessage();
    const { registrationId } = bob;
    bob = engine.importAccount(bob.exportState());
    alice = engine.importAccount(alice.exportState());
    expect(bob.registrationId).toBe(registrationId);
    expect((await bob.decrypt(aliceAddress, first)).plaintext).toEqual(utf8("hello"));
    bob = engine.importAccount(bob.exportState());
    expect(unusedOf(bob)).toEqual([2, 3]);
    expect(bob.identityOf(aliceAddress)).toEqual(alice.publicIdentity);
    const reply = await bob.encrypt(aliceAddress, utf8("hi"));
    expect((await alice.decrypt(bobAddress, reply)).plaintext).toEqual(utf8("hi"));
  });

  test("of another kind is refused", () => {
    for (const text of ["", "{}", '{"format":"x3dh-v3/1"}', "null"]) {
      expect(() => engine.importAccount(utf8(text))).toThrow(expect.objectContaining({ code: "malformed-state" }));
    }
    expect(() => sessionEngine("pigeon")).toThrow(expect.objectContaining({ code: "unknown-engine" }));
  });
});
