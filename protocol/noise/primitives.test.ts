import { describe, expect, test } from "@jest/globals";
import { fromHex, toHex } from "../../core/bytes.js";
import vectors from "../../fixtures/noise/vectors.json" with { type: "json" };
import { seededRandom } from "../../runtime/random.js";
import { CipherState } from "./cipher-state.js";
import { hkdfSha256 } from "../../core/hkdf.js";
import { diffieHellman, generateKeyPair, keyPairFromPrivate } from "./keys.js";

const random = seededRandom("primitives");

describe("X25519", () => {
  test.each(vectors.x25519)("$source", ({ privateKey, publicKey, shared }) => {
    expect(toHex(diffieHellman(fromHex(privateKey), fromHex(publicKey)))).toBe(shared);
    expect(toHex(diffieHellman(keyPairFromPrivate(fromHex(privateKey)), fromHex(publicKey)))).toBe(shared);
  });

  test("a plain object with two arrays is a key pair too", () => {
    const [a, b] = [generateKeyPair(random), generateKeyPair(random)];
    expect(diffieHellman({ ...a }, b.publicKey)).toEqual(diffieHellman({ ...b }, a.publicKey));
  });

  test("keys are 32 bytes", () => {
    const { privateKey, publicKey } = generateKeyPair(random);
    for (const length of [0, 31, 33]) {
      expect(() => diffieHellman(new Uint8Array(length), publicKey)).toThrow(
        expect.objectContaining({ code: "bad-key" }),
      );
      expect(() => diffieHellman(privateKey, new Uint8Array(length))).toThrow(
        expect.objectContaining({ code: "bad-key" }),
      );
      expect(() => keyPairFromPrivate(new Uint8Array(length))).toThrow(expect.objectContaining({ code: "bad-key" }));
    }
  });

  test("points of small order are refused", () => {
    const zero = new Uint8Array(32);
    const one = Uint8Array.from(zero, (_, index) => (index === 0 ? 1 : 0));
    const orderEight = fromHex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800");
    for (const point of [zero, one, orderEight]) {
      expect(() => diffieHellman(generateKeyPair(random), point)).toThrow(
        expect.objectContaining({ code: "weak-key" }),
      );
    }
  });
});

describe("HKDF", () => {
  test.each(vectors.hkdf)("$source", ({ ikm, salt, info, output }) => {
    expect(toHex(hkdfSha256(fromHex(salt), fromHex(ikm), fromHex(info), output.length / 2))).toBe(output);
  });

  test("the length is 1 to 8160", () => {
    const none = new Uint8Array(0);
    expect(hkdfSha256(none, none, none, 8160)).toHaveLength(8160);
    for (const length of [0, 8161, 1.5]) expect(() => hkdfSha256(none, none, none, length)).toThrow(RangeError);
  });
});

describe("cipher state", () => {
  const key = random.bytes(32);
  const plaintext = random.bytes(100);

  test("counts frames on both sides", () => {
    const [sender, receiver] = [new CipherState(key), new CipherState(key)];
    for (const counter of [0, 1, 2]) {
      expect([sender.counter, receiver.counter]).toEqual([counter, counter]);
      expect(receiver.decrypt(sender.encrypt(plaintext))).toEqual(plaintext);
    }
  });

  test("encrypts into the caller's buffer, which has to fit", () => {
    const into = new Uint8Array(116);
    expect(new CipherState(key).encrypt(plaintext, into)).toBe(into);
    expect(into).toEqual(new CipherState(key).encrypt(plaintext));
    expect(() => new CipherState(key).encrypt(plaintext, new Uint8Array(117))).toThrow(RangeError);
  });

  test("a broken, short, repeated or skipped frame does not decrypt and does not count", () => {
    const sender = new CipherState(key);
    const receiver = new CipherState(key);
    const [first, second] = [sender.encrypt(plaintext), sender.encrypt(plaintext)];
    const broken = first.map((byte, index) => (index === 50 ? byte ^ 1 : byte));
    for (const frame of [broken, first.subarray(1), new Uint8Array(15), second]) {
      expect(() => receiver.decrypt(frame)).toThrow(expect.objectContaining({ code: "decrypt-failed" }));
    }
    expect(receiver.decrypt(first)).toEqual(plaintext);
    expect(() => receiver.decrypt(first)).toThrow(expect.objectContaining({ code: "decrypt-failed" }));
    expect(receiver.counter).toBe(1);
  });

  test("skipping desynchronises by that many frames", () => {
    const [sender, receiver] = [new CipherState(key), new CipherState(key)];
    sender.skip(2);
    receiver.skip();
    const frame = sender.encrypt(plaintext);
    expect(() => receiver.decrypt(frame)).toThrow(expect.objectContaining({ code: "decrypt-failed" }));
    receiver.skip();
    expect(receiver.decrypt(frame)).toEqual(plaintext);
  });

  test("stops after 2^32 frames", () => {
    const [state, receiver] = [new CipherState(key), new CipherState(key)];
    for (const each of [state, receiver]) each.skip(2 ** 32 - 1);
    const last = state.encrypt(plaintext);
    expect(receiver.decrypt(last)).toEqual(plaintext);
    expect(() => state.encrypt(plaintext)).toThrow(expect.objectContaining({ code: "counter-exhausted" }));
  });
});
