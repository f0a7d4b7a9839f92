import { describe, expect, test } from "@jest/globals";
import { fromHex, toHex } from "../../core/bytes.js";
import vectors from "../../fixtures/noise/vectors.json" with { type: "json" };
import {
  type HandshakeFields,
  type HandshakeOptions,
  type HandshakePattern,
  HandshakeState,
  patternXX,
} from "./handshake-state.js";
import { keyPairFromPrivate } from "./keys.js";

const patternIK: HandshakePattern = {
  name: "IK",
  knowsResponder: true,
  messages: [
    ["e", "es", "s", "ss"],
    ["e", "ee", "se"],
  ],
};
const patterns = [patternXX, patternIK];

/** The specification's message: its parts in the order of the tokens, one after the other. */
function joined({ ephemeral, static: encrypted, payload }: HandshakeFields): string {
  return [ephemeral, encrypted, payload].map((part) => (part === undefined ? "" : toHex(part))).join("");
}

describe.each(vectors.handshakes)("vector $pattern of $source", (vector) => {
  const pattern = patterns.find(({ name }) => name === vector.pattern) ?? patternXX;
  const keys = (text: string) => keyPairFromPrivate(fromHex(text));
  const responderStatic = keys(vector.responderStatic);
  const common = { pattern, prologue: fromHex(vector.prologue) };
  const initiator = new HandshakeState({
    ...common,
    role: "initiator",
    staticKey: keys(vector.initiatorStatic),
    ephemeral: keys(vector.initiatorEphemeral),
    remoteStatic: responderStatic.publicKey,
  } satisfies HandshakeOptions);
  const responder = new HandshakeState({
    ...common,
    role: "responder",
    staticKey: responderStatic,
    ephemeral: keys(vector.responderEphemeral),
  });

  test("handshake messages, hash and transport are as stored", () => {
    const count = pattern.messages.length;
    vector.messages.slice(0, count).forEach(({ payload, ciphertext }, index) => {
      const [writer, reader] = index % 2 === 0 ? [initiator, responder] : [responder, initiator];
      const fields = writer.write(fromHex(payload));
      expect(joined(fields)).toBe(ciphertext);
      expect(toHex(reader.read(fields))).toBe(payload);
    });
    const [ours, theirs] = [initiator.split(), responder.split()];
    expect(toHex(ours.handshakeHash)).toBe(vector.handshakeHash);
    expect(toHex(theirs.handshakeHash)).toBe(vector.handshakeHash);
    vector.messages.slice(count).forEach(({ payload, ciphertext }, index) => {
      const fromInitiator = (index + count) % 2 === 0;
      const { send } = fromInitiator ? ours.transport : theirs.transport;
      const { receive } = fromInitiator ? theirs.transport : ours.transport;
      expect(toHex(send.encrypt(fromHex(payload)))).toBe(ciphertext);
      expect(toHex(receive.decrypt(fromHex(ciphertext)))).toBe(payload);
    });
  });
});
