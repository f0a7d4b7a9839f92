import { describe, expect, test } from "@jest/globals";
import { utf8 } from "../../core/bytes.js";
import { seededRandom } from "../../runtime/random.js";
import type { SignalMessage } from "../../signal/account.js";
import { addressOf } from "../../signal/address.js";
import { SignalError } from "../../signal/errors.js";
import { carefulRatchet } from "../behaviour/sessions.js";
import { RatchetAccount, ratchetEngine } from "./account.js";

const toAlice = addressOf("1-100@interop");
const toBob = addressOf("1-200@interop");

async function talking(seed: string, policy = carefulRatchet) {
  const alice = new RatchetAccount(policy, seededRandom(`${seed} alice`));
  const bob = new RatchetAccount(policy, seededRandom(`${seed} bob`));
  bob.generatePreKeys(1, 2);
  await alice.openSession(toBob, bob.bundle(1));
  const says = (text: string): Promise<SignalMessage> => alice.encrypt(toBob, utf8(text));
  const answers = (text: string): Promise<SignalMessage> => bob.encrypt(toAlice, utf8(text));
  const bobReads = async (message: SignalMessage): Promise<string> => read(await bob.decrypt(toAlice, message));
  const aliceReads = async (message: SignalMessage): Promise<string> => read(await alice.decrypt(toBob, message));
  return { alice, bob, says, answers, bobReads, aliceReads };
}

function read({ plaintext }: { readonly plaintext: Uint8Array }): string {
  return Buffer.from(plaintext).toString("utf8");
}

function changed({ type, bytes }: SignalMessage, index: number): SignalMessage {
  const copy = Uint8Array.from(bytes);
  copy[index] = (copy[index] ?? 0) ^ 1;
  return { type, bytes: copy };
}

describe("a session", () => {
  test("begins with pre-key messages and goes on without after the answer", async () => {
    const { says, answers, bobReads, aliceReads, bob } = await talking("begin");
    const [first, second] = [await says("one"), await says("two")];
    expect([first.type, second.type]).toEqual(["pkmsg", "pkmsg"]);
    expect(await bobReads(second)).toBe("two");
    expect(await bobReads(first)).toBe("one");
    expect([1, 2].filter((id) => bob.bundle(id).preKey !== undefined)).toHaveLength(1);
    expect(await aliceReads(await answers("three"))).toBe("three");
    const fourth = await says("four");
    expect(fourth.type).toBe("msg");
    expect(await bobReads(fourth)).toBe("four");
  });

  test("opens what arrives out of order, over a change of ratchet keys too, and nothing twice", async () => {
    const { says, answers, bobReads, aliceReads } = await talking("order");
    await bobReads(await says("hello"));
    await aliceReads(await answers("hello"));
    const [early, late] = [await says("early"), await says("late")];
    await bobReads(late);
    await aliceReads(await answers("turn"));
    expect(await bobReads(await says("after"))).toBe("after");
    expect(await bobReads(early)).toBe("early");
    await expect(bobReads(late)).rejects.toMatchObject({ code: "duplicate-message" });
    await expect(bobReads(early)).rejects.toMatchObject({ code: "duplicate-message" });
  });

  test("refuses every changed byte and is unharmed by it", async () => {
    const { says, bobReads } = await talking("changed");
    await bobReads(await says("hello"));
    const message = await says("unharmed");
    for (let index = 0; index < message.bytes.length; index += 1) {
      // In a session that exists already nothing hangs on the ids.
      if (index >= 64 && index < 74) continue;
      await expect(bobReads(changed(message, index))).rejects.toMatchObject({ name: "SignalError" });
    }
    expect(await bobReads(message)).toBe("unharmed");
  });
});

test("an exported state goes on where it was, and opens nothing that was read before", async () => {
  const { says, answers, bobReads, aliceReads, bob } = await talking("export");
  const secret = await says("secret");
  await bobReads(secret);
  await aliceReads(await answers("hello"));
  const again = ratchetEngine(carefulRatchet, seededRandom("again")).importAccount(bob.exportState());
  await expect(again.decrypt(toAlice, secret)).rejects.toMatchObject({ code: "duplicate-message" });
  expect(read(await again.decrypt(toAlice, await says("later")))).toBe("later");
  expect(() => ratchetEngine(carefulRatchet, seededRandom("x")).importAccount(utf8("{}"))).toThrow(SignalError);
});

test("a bundle with a signature of somebody else is refused", async () => {
  const { alice, bob } = await talking("bundle");
  const bundle = bob.bundle(2);
  const signedPreKey = { ...bundle.signedPreKey, signature: alice.signedPreKey().signature };
  await expect(alice.openSession(toBob, { ...bundle, signedPreKey })).rejects.toMatchObject({
    code: "bad-signed-pre-key-signature",
  });
});
