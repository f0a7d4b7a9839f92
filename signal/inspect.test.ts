import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fromHex, toHex, utf8 } from "../core/bytes.js";
import type { SignalMessageType } from "./account.js";
import { addressOf } from "./address.js";
import { sessionEngine } from "./engine.js";
import { SignalError } from "./errors.js";
import { inspectMessage } from "./inspect.js";

interface Vectors {
  bridgeIdentity: string;
  bridgeRegistrationId: number;
  stateBefore: unknown;
  stateAfterReply: unknown;
  firstPart: StoredMessage[];
  secondPart: StoredMessage[];
}

interface StoredMessage {
  type: SignalMessageType;
  hex: string;
  text: string;
}

const vectors = JSON.parse(
  readFileSync(new URL("../fixtures/signal/whatsapp-rust-bridge.json", import.meta.url), "utf8"),
) as Vectors;
const sender = addressOf("31600000001@s.whatsapp.net");

const inspectStored = ({ type, hex }: StoredMessage) => inspectMessage(type, fromHex(hex));

describe("stored messages of another implementation", () => {
  test.each([
    ["before any reply", vectors.stateBefore, vectors.firstPart],
    ["after the reply", vectors.stateAfterReply, vectors.secondPart],
  ])("are read %s", async (_, state, messages) => {
    const account = sessionEngine("x3dh-v3").importAccount(utf8(JSON.stringify(state)));
    for (const { type, hex, text } of messages) {
      const { plaintext } = await account.decrypt(sender, { type, bytes: fromHex(hex) });
      expect(plaintext).toEqual(utf8(text));
    }
    expect(account.identityOf(sender)).toEqual(fromHex(vectors.bridgeIdentity));
    expect([500, 501].filter((id) => account.bundle(id).preKey !== undefined)).toEqual([500]);
  });

  test("show what is known of them", () => {
    const [first, second] = vectors.firstPart.map(inspectStored);
    expect(first).toMatchObject({ firstByte: 0x33, version: 3, newestVersion: 3, counter: 0, ciphertextLength: 16 });
    expect(first?.outer).toMatchObject({
      preKeyId: 501,
      signedPreKeyId: 1,
      registrationId: vectors.bridgeRegistrationId,
    });
    expect(toHex(first?.outer?.identityKey ?? new Uint8Array())).toBe(vectors.bridgeIdentity);
    expect(second?.outer?.baseKey).toEqual(first?.outer?.baseKey);
    expect([second?.counter, second?.ratchetKey]).toEqual([1, first?.ratchetKey]);

    const [third, fourth] = vectors.secondPart.map(inspectStored);
    expect(third).toMatchObject({ type: "msg", counter: 0, previousCounter: 1 });
    expect(third?.ratchetKey).not.toEqual(first?.ratchetKey);
    expect([fourth?.counter, fourth?.outer]).toEqual([1, undefined]);
  });
});

test("a type byte other than 05 is noticed", () => {
  const { type, hex } = vectors.secondPart[0] ?? { type: "msg", hex: "" };
  const bytes = fromHex(hex);
  bytes[bytes.indexOf(0x05)] = 0x06;
  expect(() => inspectMessage(type, bytes)).toThrow(expect.objectContaining({ code: "malformed-message" }));
});

test("cut and random bytes throw nothing but SignalError", () => {
  const stored = fc.constantFrom(...vectors.firstPart, ...vectors.secondPart).map(({ hex }) => fromHex(hex));
  const cut = fc.tuple(stored, fc.nat(200)).map(([bytes, at]) => bytes.subarray(0, at));
  const types = fc.constantFrom<SignalMessageType>("pkmsg", "msg");
  fc.assert(
    fc.property(types, fc.oneof(cut, fc.uint8Array({ maxLength: 150 })), (type, bytes) => {
      try {
        inspectMessage(type, bytes);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(SignalError);
      }
    }),
  );
});
