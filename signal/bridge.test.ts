import { describe, expect, test } from "@jest/globals";
import {
  generateIdentityKeyPair,
  generatePreKey,
  generateSignedPreKey,
  ProtocolAddress,
  SessionBuilder,
  SessionCipher,
  type SignalStorage,
} from "whatsapp-rust-bridge";
import { toHex, utf8 } from "../core/bytes.js";
import { seededRandom } from "../runtime/random.js";
import type { PreKeyBundle, SignalAccount, SignalMessage } from "./account.js";
import { addressOf } from "./address.js";
import { sessionEngine } from "./engine.js";
import { verifySignedPreKey } from "../protocol/xeddsa/xeddsa.js";

// whatsapp-rust-bridge is an independent implementation of version 3 (Rust, MIT). What it reads and writes is outside
// evidence for the bytes that go over the wire.

const bridgeAddress = addressOf("31600000001@s.whatsapp.net");
const ours = new ProtocolAddress("ours", 1);
const turns = 500;

function bridgePeer() {
  const identity = generateIdentityKeyPair();
  const signedPreKey = generateSignedPreKey(identity, 9);
  const preKey = generatePreKey(77);
  const sessions = new Map<string, Uint8Array>();
  const storage: SignalStorage = {
    loadSession: (address) => sessions.get(address) ?? null,
    storeSession: (address, record) => void sessions.set(address, record.serialize()),
    getOurIdentity: () => identity,
    getOurRegistrationId: () => 4242,
    isTrustedIdentity: () => true,
    loadPreKey: (id) => (id === preKey.keyId ? preKey.keyPair : null),
    removePreKey: () => undefined,
    loadSignedPreKey: (id) => (id === signedPreKey.keyId ? signedPreKey : null),
    loadSenderKey: () => null,
    storeSenderKey: () => undefined,
  };
  const bundle: PreKeyBundle = {
    registrationId: 4242,
    identityKey: identity.pubKey.slice(1),
    signedPreKey: { id: 9, publicKey: signedPreKey.keyPair.pubKey.slice(1), signature: signedPreKey.signature },
    preKey: { id: 77, publicKey: preKey.keyPair.pubKey.slice(1) },
  };
  return { storage, bundle, cipher: new SessionCipher(storage, ours) };
}

function withType(key: Uint8Array): Uint8Array {
  return Uint8Array.of(5, ...key);
}

async function openFromBridge(storage: SignalStorage, account: SignalAccount, preKeyId?: number): Promise<void> {
  const { registrationId, identityKey, signedPreKey, preKey } = account.bundle(preKeyId);
  await new SessionBuilder(storage, ours).processPreKeyBundle({
    registrationId,
    identityKey: withType(identityKey),
    signedPreKey: {
      keyId: signedPreKey.id,
      publicKey: withType(signedPreKey.publicKey),
      signature: signedPreKey.signature,
    },
    ...(preKey && { preKey: { keyId: preKey.id, publicKey: withType(preKey.publicKey) } }),
  });
}

async function fromBridge(cipher: SessionCipher, text: string): Promise<SignalMessage> {
  const { type, body } = await cipher.encrypt(utf8(text));
  return { type: type === 3 ? "pkmsg" : "msg", bytes: body };
}

async function readByBridge(cipher: SessionCipher, message: SignalMessage): Promise<string> {
  const read =
    message.type === "pkmsg"
      ? cipher.decryptPreKeyWhisperMessage(message.bytes)
      : cipher.decryptWhisperMessage(message.bytes);
  return new TextDecoder().decode(await read);
}

async function readByUs(account: SignalAccount, message: SignalMessage): Promise<string> {
  return new TextDecoder().decode((await account.decrypt(bridgeAddress, message)).plaintext);
}

describe("with whatsapp-rust-bridge", () => {
  test("we begin: first message, reply and third message are read", async () => {
    const account = sessionEngine("x3dh-v3").createAccount();
    const { bundle, cipher } = bridgePeer();
    await account.openSession(bridgeAddress, bundle);

    const first = await account.encrypt(bridgeAddress, utf8("one"));
    expect([first.type, first.bytes[0]]).toEqual(["pkmsg", 0x33]);
    expect(await readByBridge(cipher, first)).toBe("one");

    const reply = await fromBridge(cipher, "two");
    expect([reply.type, reply.bytes[0]]).toEqual(["msg", 0x33]);
    expect(await readByUs(account, reply)).toBe("two");

    const third = await account.encrypt(bridgeAddress, utf8("three"));
    expect([third.type, third.bytes[0]]).toEqual(["msg", 0x33]);
    expect(await readByBridge(cipher, third)).toBe("three");
  });

  test.each([[undefined], [5]])("the bridge begins with one-time pre-key %s", async (preKeyId) => {
    const account = sessionEngine("x3dh-v3").createAccount();
    account.generatePreKeys(5, 1);
    const { storage, cipher } = bridgePeer();
    await openFromBridge(storage, account, preKeyId);

    const first = await fromBridge(cipher, "one");
    expect(first.type).toBe("pkmsg");
    expect(await readByUs(account, first)).toBe("one");
    expect(account.bundle(5).preKey === undefined).toBe(preKeyId !== undefined);

    expect(await readByBridge(cipher, await account.encrypt(bridgeAddress, utf8("two")))).toBe("two");
    expect(await readByUs(account, await fromBridge(cipher, "three"))).toBe("three");
  });

  test.each([1, 2, 3, 4])(
    "a long conversation in any order of turns, number %d, is read to the last message",
    async (seed) => {
      const random = seededRandom(`conversation ${seed}`);
      const account = sessionEngine("x3dh-v3").createAccount();
      const { bundle, cipher } = bridgePeer();
      await account.openSession(bridgeAddress, bundle);
      // The first message must be ours: the bundle was.
      let oursIsNext = true;
      for (let turn = 0; turn < turns; turn++) {
        const text = toHex(random.bytes(random.int(400)));
        const read = oursIsNext
          ? await readByBridge(cipher, await account.encrypt(bridgeAddress, utf8(text)))
          : await readByUs(account, await fromBridge(cipher, text));
        if (read !== text) expect({ turn, read }).toEqual({ turn, read: text });
        oursIsNext = random.int(2) === 0;
      }
    },
  );

  test.each([1, 2, 3, 4])("messages that overtake one another are all read, number %d", async (seed) => {
    const random = seededRandom(`overtaking ${seed}`);
    const account = sessionEngine("x3dh-v3").createAccount();
    const { bundle, cipher } = bridgePeer();
    await account.openSession(bridgeAddress, bundle);
    expect(
      await readByBridge(cipher, await account.encrypt(bridgeAddress, utf8("the first opens the session"))),
    ).toMatch(/^the/);
    for (let turn = 0; turn < turns; turn += 5) {
      const underWay = [];
      for (let count = 0; count < 5; count++) {
        const text = `${turn + count}`;
        const toBridge = random.int(2) === 0;
        const message = toBridge ? await account.encrypt(bridgeAddress, utf8(text)) : await fromBridge(cipher, text);
        underWay.push({ text, message, toBridge });
      }
      while (underWay.length > 0) {
        for (const { text, message, toBridge } of underWay.splice(random.int(underWay.length), 1)) {
          const read = toBridge ? await readByBridge(cipher, message) : await readByUs(account, message);
          expect(read).toBe(text);
        }
      }
    }
  });

  test("signed pre-keys verify both ways", () => {
    const { bundle } = bridgePeer();
    const { publicKey, signature } = bundle.signedPreKey;
    expect(verifySignedPreKey(bundle.identityKey, publicKey, signature)).toBe(true);
    const flipped = signature.map((byte, index) => (index === 10 ? byte ^ 1 : byte));
    expect(verifySignedPreKey(bundle.identityKey, publicKey, flipped)).toBe(false);
    expect(verifySignedPreKey(bundle.identityKey, publicKey, signature.slice(1))).toBe(false);
  });
});
