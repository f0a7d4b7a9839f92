import { beforeAll, describe, expect, test } from "@jest/globals";
import createNoise, { type Oracle } from "noise-c.wasm";
import { NoiseSession } from "whatsapp-rust-bridge";
import { concat, sameBytes, utf8 } from "../../core/bytes.js";
import { runs } from "../../tests/support/depth.js";
import { seededRandom } from "../../runtime/random.js";
import { FrameReader } from "./framing.js";
import { HandshakeState, patternXX, protocolName } from "./handshake-state.js";
import { header, IntroReader } from "./intro.js";
import { encodeChain, issueCertificates } from "./certificate.js";
import { generateKeyPair, type KeyPair } from "./keys.js";
import { startResponder } from "./responder.js";

const random = seededRandom("oracles");
const prologue = header({ magic: 6, dictionaryVersion: 3 });
const none = new Uint8Array(0);

describe("noise-c.wasm, the specification's handshake with payloads", () => {
  let oracle: Oracle;
  beforeAll(async () => {
    oracle = await new Promise<Oracle>((ready) => createNoise({ printErr: () => {} }, ready));
  });

  /** None, of one byte, of a chain, of a token, and more than any of them. */
  const lengths = [0, 1, 250, 700, 5000];
  const somePayload = (): Uint8Array => random.bytes(lengths[random.int(lengths.length)] ?? 0);
  const numbers = Array.from({ length: 25 }, (_, number) => number);

  const ours = (role: "initiator" | "responder", staticKey: KeyPair) =>
    new HandshakeState({ pattern: patternXX, role, prologue, staticKey, ephemeral: generateKeyPair(random) });
  const theirs = (role: number, staticKey: KeyPair) => {
    const handshake = new oracle.HandshakeState(protocolName(patternXX), role);
    handshake.Initialize(prologue, staticKey.privateKey);
    return handshake;
  };
  /** Message two is e (32), s (48), payload; message three s (48), payload. */
  const parts = (message: Uint8Array, hasEphemeral: boolean, hasStatic: boolean) => {
    const afterEphemeral = hasEphemeral ? 32 : 0;
    const afterStatic = afterEphemeral + (hasStatic ? 48 : 0);
    return {
      ...(hasEphemeral && { ephemeral: message.slice(0, 32) }),
      ...(hasStatic && { static: message.slice(afterEphemeral, afterStatic) }),
      payload: message.slice(afterStatic),
    };
  };
  const joined = (fields: ReturnType<HandshakeState["write"]>) =>
    concat(fields.ephemeral ?? none, fields.static ?? none, fields.payload ?? none);

  test.each(numbers)("as initiator, with us as responder, number %d", () => {
    const [clientKey, serverKey] = [generateKeyPair(random), generateKeyPair(random)];
    const client = theirs(oracle.constants.NOISE_ROLE_INITIATOR, clientKey);
    const server = ours("responder", serverKey);
    const [first, second, third] = [somePayload(), somePayload(), somePayload()];
    expect(server.read(parts(client.WriteMessage(first), true, false))).toEqual(first);
    expect(Uint8Array.from(client.ReadMessage(joined(server.write(second)), true))).toEqual(second);
    expect(server.read(parts(client.WriteMessage(third), false, true))).toEqual(third);
    expect(server.remoteStatic).toEqual(clientKey.publicKey);
    expect(Uint8Array.from(client.GetRemotePublicKey())).toEqual(serverKey.publicKey);
    expectSameTransport(server, client);
  });

  test.each(numbers)("as responder, with us as initiator, number %d", () => {
    const [clientKey, serverKey] = [generateKeyPair(random), generateKeyPair(random)];
    const client = ours("initiator", clientKey);
    const server = theirs(oracle.constants.NOISE_ROLE_RESPONDER, serverKey);
    const [first, second, third] = [somePayload(), somePayload(), somePayload()];
    expect(Uint8Array.from(server.ReadMessage(joined(client.write(first)), true))).toEqual(first);
    expect(client.read(parts(server.WriteMessage(second), true, true))).toEqual(second);
    expect(Uint8Array.from(server.ReadMessage(joined(client.write(third)), true))).toEqual(third);
    expect(client.remoteStatic).toEqual(serverKey.publicKey);
    expectSameTransport(client, server);
  });

  function expectSameTransport(state: HandshakeState, peer: InstanceType<Oracle["HandshakeState"]>): void {
    const { transport, handshakeHash } = state.split();
    expect(Uint8Array.from(peer.GetHandshakeHash())).toEqual(handshakeHash);
    const [send, receive] = peer.Split();
    for (let frame = 0; frame < 10; frame++) {
      const plaintext = random.bytes(random.int(1000));
      expect(Uint8Array.from(receive.DecryptWithAd(none, transport.send.encrypt(plaintext)))).toEqual(plaintext);
      expect(transport.receive.decrypt(Uint8Array.from(send.EncryptWithAd(none, plaintext)))).toEqual(plaintext);
    }
  }
});

describe("the Noise session of whatsapp-rust-bridge, the ordinary client's handshake", () => {
  test("reaches the transport with our responder, time and again", () => {
    for (let count = 0; count < runs({ quick: 20, deep: 500 }); count++) {
      const client = generateKeyPair(random);
      const payload = random.bytes(random.int(1000));
      const { accepted, hash } = shakeHands(client, payload);
      expect(accepted.clientStatic).toEqual(client.publicKey);
      expect(accepted.payload).toEqual(payload);
      expect(hash).toEqual(accepted.handshakeHash);
    }
  });

  test.each([1, 2, 3])("stays in step over frames of any size and order, number %d", (number) => {
    const sizes = seededRandom(`frames ${number}`);
    const { accepted, frames, session } = shakeHands(generateKeyPair(random), random.bytes(sizes.int(2000)));
    const { transport } = accepted;
    for (let frame = 0; frame < runs({ quick: 200, deep: 3000 }); frame++) {
      const sent = random.bytes(sizes.int(sizes.int(20) === 0 ? 70_000 : 300));
      const seen =
        sizes.int(2) === 0
          ? transport.receive.decrypt(frames.push(session.encodeFrameRaw(sent))[0] ?? none)
          : Uint8Array.from(session.decrypt(transport.send.encrypt(sent)));
      if (!sameBytes(seen, sent)) expect({ frame, seen }).toEqual({ frame, seen: sent });
    }
  });

  function shakeHands(client: KeyPair, payload: Uint8Array) {
    const [clientEphemeral, serverStatic] = [generateKeyPair(random), generateKeyPair(random)];
    const session = new NoiseSession(clientEphemeral.publicKey, prologue);
    const server = startResponder({ prologue, staticKey: serverStatic, ephemeral: generateKeyPair(random) });

    const intro = new IntroReader({ header: prologue }).push(session.encodeFrameRaw(utf8("first frame")));
    expect(intro?.header).toEqual(prologue);
    const frames = new FrameReader();
    expect(frames.push(intro?.rest ?? none)).toEqual([utf8("first frame")]);

    server.readHello(clientEphemeral.publicKey);
    const chain = encodeChain(
      issueCertificates({
        root: generateKeyPair(random),
        intermediate: generateKeyPair(random),
        leafKey: serverStatic.publicKey,
        validity: { notBefore: 0, notAfter: 2_000_000_000 },
        random,
      }),
    );
    const hello = server.serverHello(chain);
    const { ephemeral } = hello;
    const seen = session.processHandshakeInit(ephemeral, hello.static, hello.payload, clientEphemeral.privateKey);
    expect(Uint8Array.from(seen)).toEqual(chain);

    const encryptedStatic = session.processHandshakeFinish(client.publicKey, client.privateKey, ephemeral);
    const accepted = server.readFinish({ static: encryptedStatic, payload: session.encrypt(payload) });
    const hash = Uint8Array.from(session.getHash());
    session.finishInit();
    return { accepted, frames, session, hash };
  }
});
