import { createSecretKey, type KeyObject } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { fromHex, toHex } from "../../core/bytes.js";
import vectors from "../../fixtures/noise/vectors.json" with { type: "json" };
import { seededRandom } from "../../runtime/random.js";
import { productSources } from "../../tests/sources.js";
import { open, seal } from "./aead.js";
import { CipherState } from "./cipher-state.js";
import { frameCipher, PlainFrameCipher } from "./frame-cipher.js";

const random = seededRandom("frame cipher");
const folder = "protocol/noise/short-frames/";
/** Well beyond the longest frame that the own cipher takes. */
const longest = 600;

describe.each([
  ["with our own cipher for short frames", frameCipher],
  ["by node:crypto alone", (key: KeyObject) => new PlainFrameCipher(key)],
])("frames %s", (_, cipherOf) => {
  test.each(vectors.aes256gcm)("$source", ({ key, plaintext, sealed }) => {
    const cipher = cipherOf(createSecretKey(fromHex(key)));
    expect(toHex(cipher.seal(0, fromHex(plaintext)))).toBe(sealed);
    expect(toHex(cipher.open(0, fromHex(sealed)))).toBe(plaintext);
  });

  test("gives the bytes of node:crypto, whatever the key, the counter and the length", () => {
    for (let length = 0; length <= longest; length++) {
      const key = random.bytes(32);
      const counter = new DataView(random.bytes(4).buffer).getUint32(0);
      const plaintext = random.bytes(length);
      const cipher = cipherOf(createSecretKey(key));
      const sealed = seal(key, counter, undefined, plaintext);
      expect(toHex(cipher.seal(counter, plaintext))).toBe(toHex(sealed));
      expect(toHex(cipher.open(counter, sealed))).toBe(toHex(plaintext));
      expect(toHex(open(key, counter, undefined, cipher.seal(counter, plaintext)))).toBe(toHex(plaintext));
    }
  });

  test("refuses a frame with any bit changed, at another counter, or cut", () => {
    const cipher = cipherOf(createSecretKey(random.bytes(32)));
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
    const cipher = cipherOf(createSecretKey(random.bytes(32)));
    const sealed = cipher.seal(2 ** 32 - 1, random.bytes(3));
    const exhausted = expect.objectContaining({ code: "counter-exhausted" });
    expect(() => cipher.seal(2 ** 32, random.bytes(3))).toThrow(exhausted);
    expect(() => cipher.open(2 ** 32, sealed)).toThrow(exhausted);
  });

  test("results are memory of their own", () => {
    const cipher = cipherOf(createSecretKey(random.bytes(32)));
    const [first, second] = [random.bytes(40), random.bytes(40)];
    const sealed = [cipher.seal(0, first), cipher.seal(1, second)] as const;
    const opened = [cipher.open(0, sealed[0]), cipher.open(1, sealed[1])];
    expect(opened).toEqual([first, second]);
  });
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

test("only the file with the switch knows the folder of our own cipher, which knows nothing of ours but core", () => {
  const sources = productSources();
  const users = sources.filter(
    ({ path, imports }) => !path.startsWith(folder) && imports.some(({ target }) => target?.startsWith(folder)),
  );
  expect(users.map(({ path }) => path)).toEqual(["protocol/noise/frame-cipher.ts"]);
  const used = sources.filter(({ path }) => path.startsWith(folder)).flatMap(({ imports }) => imports);
  const foreign = used.filter(
    ({ target }) => target !== undefined && !/^(?:core\/|protocol\/noise\/short-frames\/)/.test(target),
  );
  expect(foreign.map(({ target }) => target)).toEqual([]);
});
