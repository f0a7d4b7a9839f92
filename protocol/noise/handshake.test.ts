import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { utf8 } from "../../core/bytes.js";
import { seededRandom } from "../../runtime/random.js";
import { NoiseError, type NoiseErrorCode } from "./errors.js";
import { startInitiator } from "./initiator.js";
import { header } from "./intro.js";
import { generateKeyPair } from "./keys.js";
import { startResponder } from "./responder.js";

const random = seededRandom("handshake");
const prologue = header({ magic: 6, dictionaryVersion: 3 });
const clientKey = generateKeyPair(random);
const serverKey = generateKeyPair(random);
const chain = utf8("certificate chain");

function parties(options: { unsafeSkipTagCheck?: boolean; prologue?: Uint8Array; serverPrologue?: Uint8Array } = {}) {
  const { serverPrologue = options.prologue ?? prologue, ...initiatorOptions } = options;
  const client = { prologue, staticKey: clientKey, ephemeral: generateKeyPair(random), ...initiatorOptions };
  const server = { prologue: serverPrologue, staticKey: serverKey, ephemeral: generateKeyPair(random) };
  return { initiator: startInitiator(client), responder: startResponder(server) };
}

function flipped(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => (index === 0 ? byte ^ 1 : byte));
}

const thrown = (code: NoiseErrorCode) => expect.objectContaining({ code });

test("both sides learn the other's key and payload and share a transport", () => {
  const { initiator, responder } = parties();
  responder.readHello(initiator.hello());
  const seen = initiator.readServerHello(responder.serverHello(chain));
  expect(seen).toEqual({ serverStatic: serverKey.publicKey, payload: chain });
  const { static: encrypted, payload, transport, handshakeHash } = initiator.finish(utf8("payload"));
  const accepted = responder.readFinish({ static: encrypted, payload });
  expect(accepted.clientStatic).toEqual(clientKey.publicKey);
  expect(accepted.payload).toEqual(utf8("payload"));
  expect(accepted.handshakeHash).toEqual(handshakeHash);
  for (const text of ["one", "two"]) {
    expect(accepted.transport.receive.decrypt(transport.send.encrypt(utf8(text)))).toEqual(utf8(text));
    expect(transport.receive.decrypt(accepted.transport.send.encrypt(utf8(text)))).toEqual(utf8(text));
  }
});

describe("ServerHello", () => {
  test.each(["ephemeral", "static", "payload"] as const)("with a changed %s is refused", (field) => {
    const { initiator, responder } = parties();
    responder.readHello(initiator.hello());
    const hello = responder.serverHello(chain);
    expect(() => initiator.readServerHello({ ...hello, [field]: flipped(hello[field]) })).toThrow(
      thrown("decrypt-failed"),
    );
    expect(() => initiator.readServerHello(hello)).toThrow(thrown("out-of-turn"));
  });

  test("without a field, or with a short or zero key, is refused", () => {
    const refusal = (change: object) => {
      const { initiator, responder } = parties();
      responder.readHello(initiator.hello());
      const { static: encrypted, payload, ephemeral } = responder.serverHello(chain);
      return () => initiator.readServerHello({ static: encrypted, payload, ephemeral, ...change });
    };
    expect(refusal({ ephemeral: new Uint8Array(31) })).toThrow(thrown("bad-key"));
    expect(refusal({ ephemeral: new Uint8Array(32) })).toThrow(thrown("weak-key"));
    expect(refusal({ static: new Uint8Array(5) })).toThrow(thrown("decrypt-failed"));
    expect(refusal({ static: undefined })).toThrow(thrown("malformed-handshake"));
    expect(refusal({ ephemeral: undefined })).toThrow(thrown("malformed-handshake"));
  });

  test("under another prologue is refused", () => {
    const { initiator, responder } = parties({ serverPrologue: header({ magic: 6, dictionaryVersion: 2 }) });
    responder.readHello(initiator.hello());
    expect(() => initiator.readServerHello(responder.serverHello(chain))).toThrow(thrown("decrypt-failed"));
  });

  test("with a changed tag is accepted by a client built to skip the tags", () => {
    const { initiator, responder } = parties({ unsafeSkipTagCheck: true });
    responder.readHello(initiator.hello());
    const { ephemeral, static: encrypted, payload } = responder.serverHello(chain);
    const broken = payload.map((byte, index) => (index === payload.length - 1 ? byte ^ 1 : byte));
    const seen = initiator.readServerHello({ ephemeral, static: encrypted, payload: broken });
    expect(seen).toEqual({ serverStatic: serverKey.publicKey, payload: chain });
  });
});

describe("ClientFinish", () => {
  test.each(["static", "payload"] as const)("with a changed %s is refused", (field) => {
    const { initiator, responder } = parties();
    responder.readHello(initiator.hello());
    initiator.readServerHello(responder.serverHello(chain));
    const finish = initiator.finish(utf8("payload"));
    expect(() => responder.readFinish({ ...finish, [field]: flipped(finish[field]) })).toThrow(
      thrown("decrypt-failed"),
    );
  });
});

test("any payloads and prologue arrive, and the hashes agree", () => {
  const payload = fc.uint8Array({ maxLength: 2000 });
  fc.assert(
    fc.property(payload, payload, fc.uint8Array({ maxLength: 50 }), (chainBytes, clientBytes, anyPrologue) => {
      const { initiator, responder } = parties({ prologue: anyPrologue });
      responder.readHello(initiator.hello());
      expect(initiator.readServerHello(responder.serverHello(chainBytes)).payload).toEqual(chainBytes);
      const finish = initiator.finish(clientBytes);
      const accepted = responder.readFinish(finish);
      expect(accepted.payload).toEqual(clientBytes);
      expect(accepted.handshakeHash).toEqual(finish.handshakeHash);
      const sent = accepted.transport.send.encrypt(chainBytes);
      expect(finish.transport.receive.decrypt(sent)).toEqual(chainBytes);
    }),
  );
});

test("one bit changed anywhere in any message ends the handshake", () => {
  const places = fc.constantFrom("hello", "ephemeral", "static", "payload", "finish static", "finish payload");
  fc.assert(
    fc.property(places, fc.nat(), fc.nat({ max: 7 }), (place, at, bit) => {
      const damaged = (name: string, bytes: Uint8Array): Uint8Array =>
        name === place ? bytes.map((byte, index) => (index === at % bytes.length ? byte ^ (1 << bit) : byte)) : bytes;
      const { initiator, responder } = parties();
      expect(() => {
        responder.readHello(damaged("hello", initiator.hello()));
        const hello = responder.serverHello(chain);
        initiator.readServerHello({
          ephemeral: damaged("ephemeral", hello.ephemeral),
          static: damaged("static", hello.static),
          payload: damaged("payload", hello.payload),
        });
        const finish = initiator.finish(utf8("payload"));
        responder.readFinish({
          static: damaged("finish static", finish.static),
          payload: damaged("finish payload", finish.payload),
        });
      }).toThrow(NoiseError);
    }),
  );
});

test("steps out of turn are refused", () => {
  const { initiator, responder } = parties();
  expect(() => responder.serverHello(chain)).toThrow(thrown("out-of-turn"));
  expect(() => parties().initiator.finish(chain)).toThrow(thrown("out-of-turn"));
  expect(() => initiator.readServerHello({})).toThrow(thrown("out-of-turn"));
  const hello = initiator.hello();
  expect(() => initiator.hello()).toThrow(thrown("out-of-turn"));
  responder.readHello(hello);
  expect(() => responder.readHello(hello)).toThrow(thrown("out-of-turn"));
  expect(() => responder.readFinish({})).toThrow(thrown("out-of-turn"));
});

test("any bytes end in a NoiseError", () => {
  const part = fc.option(fc.uint8Array({ maxLength: 80 }), { nil: undefined });
  fc.assert(
    fc.property(part, part, part, (ephemeral, encrypted, payload) => {
      const fields = {
        ...(ephemeral && { ephemeral }),
        ...(encrypted && { static: encrypted }),
        ...(payload && { payload }),
      };
      const { initiator, responder } = parties();
      const hello = initiator.hello();
      expect(() => initiator.readServerHello(fields)).toThrow(NoiseError);
      responder.readHello(hello);
      responder.serverHello(chain);
      expect(() => responder.readFinish(fields)).toThrow(NoiseError);
    }),
  );
});
