import { beforeEach, describe, expect, test } from "@jest/globals";
import { utf8 } from "../../core/bytes.js";
import { seededRandom } from "../../runtime/random.js";
import type { PreKeyBundle, SignalAccount, SignalMessage } from "../account.js";
import { addressOf } from "../address.js";
import { breakMac, withOuterNumber } from "../edit.js";
import { loadSessionEngine, sessionEngine } from "../engine.js";
import { inspectMessage } from "../inspect.js";

const engine = await loadSessionEngine("pqxdh-v4");
const aliceAddress = addressOf("1-10853634039893@interop");
const bobAddress = addressOf("31600000001:2@s.whatsapp.net");

let alice: SignalAccount;
let bob: SignalAccount;

beforeEach(() => {
  alice = engine.createAccount();
  bob = engine.createAccount();
  bob.generatePreKeys(1, 3);
});

async function firstMessage(text = "hello", bundle = bob.bundle(1)): Promise<SignalMessage> {
  await alice.openSession(bobAddress, bundle);
  return alice.encrypt(bobAddress, utf8(text));
}

describe("sessions", () => {
  test("carry a conversation; first byte 0x44; the one-time pre-key is used up", async () => {
    const first = await firstMessage();
    const { firstByte, outer } = inspectMessage(first.type, first.bytes);
    expect({ type: first.type, firstByte, id: outer?.preKeyId }).toEqual({ type: "pkmsg", firstByte: 0x44, id: 1 });
    expect(await bob.decrypt(aliceAddress, first)).toMatchObject({ plaintext: utf8("hello"), usedPreKeyId: 1 });
    expect([1, 2, 3].filter((id) => bob.bundle(id).preKey !== undefined)).toEqual([2, 3]);
    const reply = await bob.encrypt(aliceAddress, utf8("hi"));
    expect(reply.type).toBe("msg");
    expect(await alice.decrypt(bobAddress, reply)).toEqual({ plaintext: utf8("hi"), identityChanged: false });
    const third = await alice.encrypt(bobAddress, utf8("again"));
    expect(inspectMessage(third.type, third.bytes)).toMatchObject({ type: "msg", firstByte: 0x44, counter: 0 });
  });

  test("open without a one-time pre-key, and never twice with one base key", async () => {
    const first = await firstMessage("hello", bob.bundle());
    expect((await bob.decrypt(aliceAddress, first)).plaintext).toEqual(utf8("hello"));
    bob.deleteSession(aliceAddress);
    await expect(bob.decrypt(aliceAddress, first)).rejects.toMatchObject({ name: "SignalError" });
  });

  test("skip ahead, read in any order, and stay readable when archived", async () => {
    await bob.decrypt(aliceAddress, await firstMessage());
    await alice.decrypt(bobAddress, await bob.encrypt(aliceAddress, utf8("hi")));
    const left = await alice.encrypt(bobAddress, utf8("left"));
    await alice.skipAhead(bobAddress, 20);
    const far = await alice.encrypt(bobAddress, utf8("far"));
    expect(inspectMessage("msg", far.bytes).counter).toBe(21);
    bob.archiveSessions();
    expect(bob.hasSession(aliceAddress)).toBe(false);
    expect((await bob.decrypt(aliceAddress, far)).plaintext).toEqual(utf8("far"));
    expect((await bob.decrypt(aliceAddress, left)).plaintext).toEqual(utf8("left"));
  });

  test("survive export and import", async () => {
    const first = await firstMessage();
    bob = engine.importAccount(bob.exportState());
    alice = engine.importAccount(alice.exportState());
    await bob.decrypt(aliceAddress, first);
    bob = engine.importAccount(bob.exportState());
    const reply = await bob.encrypt(aliceAddress, utf8("hi"));
    expect((await alice.decrypt(bobAddress, reply)).plaintext).toEqual(utf8("hi"));
    expect(() => engine.importAccount(sessionEngine("x3dh-v3").createAccount().exportState())).toThrow(
      expect.objectContaining({ code: "malformed-state" }),
    );
  });
});

describe("refusals leave the account as it was", () => {
  test("a flipped bit, a replay, a missing session", async () => {
    const first = await firstMessage();
    const broken = { type: first.type, bytes: breakMac(first.type, first.bytes) };
    await expect(bob.decrypt(aliceAddress, broken)).rejects.toMatchObject({ code: "bad-mac" });
    expect(bob.identityOf(aliceAddress)).toBeUndefined();
    expect((await bob.decrypt(aliceAddress, first)).plaintext).toEqual(utf8("hello"));
    await expect(bob.decrypt(aliceAddress, first)).rejects.toMatchObject({ code: "duplicate-message" });
    const reply = await bob.encrypt(aliceAddress, utf8("hi"));
    alice.deleteSession(bobAddress);
    await expect(alice.encrypt(bobAddress, utf8("x"))).rejects.toMatchObject({ code: "no-session" });
    await expect(alice.decrypt(bobAddress, reply)).rejects.toMatchObject({ code: "no-session" });
  });

  test("keys that are not ours", async () => {
    const first = await firstMessage();
    const stranger = engine.createAccount();
    await expect(stranger.decrypt(aliceAddress, first)).rejects.toMatchObject({ code: "unknown-pre-key" });
    const bytes = withOuterNumber(first.bytes, "signedPreKeyId", 77);
    await expect(bob.decrypt(aliceAddress, { type: "pkmsg", bytes })).rejects.toMatchObject({
      code: "unknown-signed-pre-key",
    });
  });

  test("version 3, and bytes that are no message", async () => {
    const first = await firstMessage();
    const old = { type: first.type, bytes: Uint8Array.of(0x33, ...first.bytes.subarray(1)) };
    await expect(bob.decrypt(aliceAddress, old)).rejects.toMatchObject({ code: "unsupported-version" });
    const junk = { type: "msg", bytes: new Uint8Array(40).fill(0x44) } as const;
    await expect(bob.decrypt(aliceAddress, junk)).rejects.toMatchObject({ code: "malformed-message" });
  });

  test("a bundle without a Kyber key, with a bad signature over it, or with a short one", async () => {
    const { kyberPreKey, ...rest } = bob.bundle(1);
    if (kyberPreKey === undefined) throw new Error("no Kyber pre-key");
    expect(kyberPreKey.publicKey).toHaveLength(1568);
    const open = (bundle: PreKeyBundle) => alice.openSession(bobAddress, bundle);
    await expect(open(rest)).rejects.toMatchObject({ code: "malformed-bundle" });
    const signature = kyberPreKey.signature.map((byte, index) => (index === 3 ? byte ^ 1 : byte));
    await expect(open({ ...rest, kyberPreKey: { ...kyberPreKey, signature } })).rejects.toMatchObject({
      code: "bad-signed-pre-key-signature",
    });
    const short = { ...kyberPreKey, publicKey: kyberPreKey.publicKey.subarray(1) };
    await expect(open({ ...rest, kyberPreKey: short })).rejects.toMatchObject({ code: "malformed-bundle" });
    expect(alice.hasSession(bobAddress)).toBe(false);
  });
});

test("identity changes are reported, and rotation renews every key", async () => {
  await bob.decrypt(aliceAddress, await firstMessage());
  const before = bob.bundle();
  alice.rotateIdentity();
  expect((await bob.decrypt(aliceAddress, await firstMessage("new", bob.bundle(2)))).identityChanged).toBe(true);
  bob.rotateIdentity();
  expect(bob.bundle().kyberPreKey?.publicKey).not.toEqual(before.kyberPreKey?.publicKey);
  const [one, two] = [1, 2].map(() => engine.createAccount({ random: seededRandom("seed") }));
  expect(one?.publicIdentity).toEqual(two?.publicIdentity);
});
