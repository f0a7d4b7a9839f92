import { describe, expect, test } from "@jest/globals";
import { PrivateKey, PublicKey } from "libsignal-x3dh";
import { concat, fromHex, toHex, utf8 } from "../../core/bytes.js";
import vector from "../../fixtures/xeddsa/libsignal.json" with { type: "json" };
import { seededRandom } from "../../runtime/random.js";
import { keyPairFromPrivate } from "../noise/keys.js";
import { sign, verify } from "./xeddsa.js";

const random = seededRandom("xeddsa");
/** The order of the base point of Ed25519 (RFC 8032 section 5.1). */
const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const publicKey = fromHex(vector.publicKey);
const message = fromHex(vector.message);
const signature = fromHex(vector.signature);

const littleEndianToInt = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(Uint8Array.from(bytes).reverse())}`);
const intToLittleEndian = (value: bigint): Uint8Array => fromHex(value.toString(16).padStart(64, "0")).reverse();

function changed(bytes: Uint8Array, at: number, bits: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ bits : byte));
}

describe("libsignal's own vector", () => {
  test("verifies, and its key pair is one", () => {
    expect(keyPairFromPrivate(fromHex(vector.privateKey)).publicKey).toEqual(publicKey);
    expect(verify(publicKey, message, signature)).toBe(true);
  });

  test("does not verify with any one byte changed", () => {
    const accepted = [...signature.keys()].filter((at) => verify(publicKey, message, changed(signature, at, 1)));
    expect(accepted).toEqual([]);
  });

  test("does not verify with the other sign bit, another message or another key", () => {
    expect(verify(publicKey, message, changed(signature, 63, 0x80))).toBe(false);
    expect(verify(publicKey, message.subarray(1), signature)).toBe(false);
    expect(verify(changed(publicKey, 0, 1), message, signature)).toBe(false);
  });
});

describe("against libsignal", () => {
  const keys = Array.from({ length: 12 }, () => keyPairFromPrivate(random.bytes(32)));

  test("libsignal accepts our signatures, for keys of both signs", () => {
    const signs = new Set<number>();
    for (const pair of keys) {
      const made = sign(pair.privateKey, message, random.bytes(64));
      signs.add((made[63] ?? 0) & 0x80);
      const theirs = PublicKey.deserialize(Buffer.from(concat(Uint8Array.of(5), pair.publicKey)));
      expect(theirs.verify(Buffer.from(message), Buffer.from(made))).toBe(true);
      expect(theirs.verify(Buffer.from(message), Buffer.from(changed(made, 3, 1)))).toBe(false);
    }
    expect(signs).toEqual(new Set([0, 0x80]));
  });

  test("we accept libsignal's", () => {
    for (const pair of keys) {
      const made = Uint8Array.from(PrivateKey.deserialize(Buffer.from(pair.privateKey)).sign(Buffer.from(message)));
      expect(verify(pair.publicKey, message, made)).toBe(true);
      expect(verify(pair.publicKey, utf8("other"), made)).toBe(false);
    }
  });
});

test("randomness decides the signature and nothing else", () => {
  const { privateKey } = keyPairFromPrivate(random.bytes(32));
  const z = random.bytes(64);
  expect(sign(privateKey, message, z)).toEqual(sign(privateKey, message, z));
  expect(sign(privateKey, message, z)).not.toEqual(sign(privateKey, message, changed(z, 0, 1)));
});

test("s plus the group order is the same signature while it is below 2^253, as the specification allows", () => {
  const raised = Uint8Array.from(signature);
  const signBit = (raised[63] ?? 0) & 0x80;
  raised[63] = (raised[63] ?? 0) & 0x7f;
  raised.set(intToLittleEndian(littleEndianToInt(raised.subarray(32)) + order), 32);
  raised[63] = (raised[63] ?? 0) | signBit;
  expect(verify(publicKey, message, raised)).toBe(true);
});

test("malformed input is false", () => {
  const prime = 2n ** 255n - 19n;
  expect(verify(publicKey.subarray(1), message, signature)).toBe(false);
  expect(verify(publicKey, message, signature.subarray(1))).toBe(false);
  expect(verify(intToLittleEndian(prime - 1n), message, signature)).toBe(false);
  expect(verify(intToLittleEndian(prime), message, signature)).toBe(false);
  expect(verify(changed(publicKey, 31, 0x80), message, signature)).toBe(false);
  expect(verify(publicKey, message, new Uint8Array(64).fill(0xff))).toBe(false);
  expect(verify(publicKey, message, new Uint8Array(64))).toBe(false);
});

test("wrong sizes to sign with are the caller's mistake", () => {
  expect(() => sign(new Uint8Array(31), message, new Uint8Array(64))).toThrow(RangeError);
  expect(() => sign(new Uint8Array(32), message, new Uint8Array(63))).toThrow(RangeError);
});
