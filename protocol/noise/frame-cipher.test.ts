import { createSecretKey } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { fromHex, toHex } from "../../core/bytes.js";
import vectors from "../../fixtures/noise/vectors.json" with { type: "json" };
import { seededRandom } from "../../runtime/random.js";
import { open, seal } from "./aead.js";
import { CipherState } from "./cipher-state.js";
import { FrameCipher, maxShortFrame } from "./frame-cipher.js";

const random = seededRandom("frame cipher");

describe("cipher of short frames", () => {
  test.each(vectors.aes256gcm)("$source", ({ key, plaintext, sealed }) => {
    const cipher = new FrameCipher(createSecretKey(fromHex(key)));
    expect(toHex(cipher.seal(0, fromHex(plaintext)))).toBe(sealed);
    expect(toHex(cipher.open(0, fromHex(sealed)))).toBe(plaintext);
  });

  test("gives the bytes of node:crypto, whatever the key, the counter and the length", () => {
    for (let length = 0; length <= maxShortFrame; length++) {
      const key = random.bytes(32);
      const counter = new DataView(random.bytes(4).buffer).getUint32(0);
      const plaintext = random.bytes(length);
      const cipher = new FrameCipher(createSecretKey(key));
      const sealed = seal(key, counter, undefined, plaintext);
      expect(cipher.seal(counter, plaintext)).toEqual(sealed);
      expect(cipher.open(counter, sealed)).toEqual(plaintext);
      expect(open(key, counter, undefined, cipher.seal(counter, plaintext))).toEqual(plaintext);
    }
  });

  test("refuses a frame with any bit changed, at another counter, or cut", () => {
    const cipher = new FrameCipher(createSecretKey(random.bytes(32)));
    const sealed = cipher.seal(5, random.bytes(23));
    const failed = expect.objectContaining({ code: "decrypt-failed" });
    for (let bit = 0; bit < 8 * sealed.length; bit++) {
      const changed = sealed.map((byte, at) => (at === bit >>> 3 ? byte ^ (1 << (bit & 7)) : byte));
      expect(() => cipher.open(5, changed)).toThrow(failed);
    }
    expect(() => cipher.open(6, sealed)).toThrow(failed);
    expect(() => cipher.open(5, sealed.subarray(1))).toThrow(failed);
    expect(() => cipher.open(5, sealed.subarray(0, 15))).toThrow(failed);
    expect(cipher.open(5, sealed)).toHaveLength(23);
  });

  test("counts no further than the nonce", () => {
    const cipher = new FrameCipher(createSecretKey(random.bytes(32)));
    const sealed = cipher.seal(2 ** 32 - 1, random.bytes(3));
    const exhausted = expect.objectContaining({ code: "counter-exhausted" });
    expect(() => cipher.seal(2 ** 32, random.bytes(3))).toThrow(exhausted);
    expect(() => cipher.open(2 ** 32, sealed)).toThrow(exhausted);
  });

  test("short and long frames of a connection are one sequence", () => {
    const key = random.bytes(32);
    const [sender, receiver] = [new CipherState(key), new CipherState(key)];
    for (const [counter, length] of [0, 511, 512, 513, 2000, 1].entries()) {
      const plaintext = random.bytes(length);
      const sealed = sender.encrypt(plaintext);
      expect(sealed).toEqual(seal(key, counter, undefined, plaintext));
      expect(receiver.decrypt(sealed)).toEqual(plaintext);
    }
  });

  test("results are memory of their own", () => {
    const cipher = new FrameCipher(createSecretKey(random.bytes(32)));
    const [first, second] = [random.bytes(40), random.bytes(40)];
    const sealed = [cipher.seal(0, first), cipher.seal(1, second)] as const;
    const opened = [cipher.open(0, sealed[0]), cipher.open(1, sealed[1])];
    expect(opened).toEqual([first, second]);
  });
});
