import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { allVectors } from "../cli/vectors/all.js";
import { agree, messageKeys, openingMessage, ratchet, sealMessage } from "../cli/vectors/ratchet.js";
import { vectorJson } from "../cli/vectors/vector-file.js";
import { fromHex, toHex, utf8 } from "../core/bytes.js";
import type { Random } from "../core/random.js";
import { verifyChain } from "../protocol/noise/certificate-verify.js";
import { startInitiator } from "../protocol/noise/initiator.js";
import { diffieHellman, generateKeyPair, type KeyPair } from "../protocol/noise/keys.js";
import { decodeHandshake } from "../protocol/noise/messages.js";
import { startResponder } from "../protocol/noise/responder.js";
import { verifySignedPreKey } from "../protocol/xeddsa/xeddsa.js";
import { seededRandom } from "../runtime/random.js";
import { addressOf } from "../signal/address.js";
import { sessionEngine } from "../signal/engine.js";
import { inspectMessage } from "../signal/inspect.js";
import { inFolder, interop } from "./support/interop.js";

const files = await allVectors();

/** The cases as strangers read them. */
// oxlint-disable-next-line typescript/no-explicit-any -- JSON of many shapes
function casesOf(name: string): readonly any[] {
  const file = files.find((each) => each.name === name);
  return file === undefined ? [] : JSON.parse(vectorJson(file)).cases;
}

test("are the same at every call, and are those of the guide", async () => {
  const again = await allVectors();
  expect(again.map(vectorJson)).toEqual(files.map(vectorJson));
  for (const file of files) {
    const path = new URL(`../docs/implementing/vectors/${file.name}.json`, import.meta.url);
    expect(existsSync(path) && readFileSync(path, "utf8") === vectorJson(file)).toBe(true);
  }
});

test("have names of their own", () => {
  for (const { name } of files) {
    const names = casesOf(name).map((each) => each.name);
    if (name !== "stanzas") expect(new Set(names).size).toBe(names.length);
  }
});

describe("the handshake", () => {
  const [{ keys, messages, certificates, clientPayload, transport, steps }] = casesOf("noise");
  const pair = (name: string): KeyPair => ({
    publicKey: fromHex(keys[name].publicKey),
    privateKey: fromHex(keys[name].privateKey),
  });
  const prologue = fromHex(messages.header);
  const fields = (name: string) => decodeHandshake(fromHex(messages[name].message)).fields;

  test("is the one that our initiator makes and our responder reads", () => {
    const client = startInitiator({ prologue, staticKey: pair("clientStatic"), ephemeral: pair("clientEphemeral") });
    const server = startResponder({ prologue, staticKey: pair("serverStatic"), ephemeral: pair("serverEphemeral") });
    expect(client.hello()).toEqual(fields("clientHello").ephemeral);
    server.readHello(fields("clientHello").ephemeral ?? new Uint8Array(0));
    expect(server.serverHello(fromHex(certificates.chain))).toEqual(fields("serverHello"));
    client.readServerHello(fields("serverHello"));
    const finish = client.finish(fromHex(clientPayload));
    expect({ static: finish.static, payload: finish.payload }).toEqual(fields("clientFinish"));
    const accepted = server.readFinish(fields("clientFinish"));
    expect(toHex(accepted.handshakeHash)).toBe(steps.at(-1).after.h);
    for (const { ciphertext, plaintext } of transport.clientFrames) {
      expect(toHex(finish.transport.send.encrypt(fromHex(plaintext)))).toBe(ciphertext);
    }
    for (const { ciphertext, plaintext } of transport.serverFrames) {
      expect(toHex(finish.transport.receive.decrypt(fromHex(ciphertext)))).toBe(plaintext);
    }
  });

  test("has certificates that verify", () => {
    const rules = {
      rootKey: fromHex(keys.root.publicKey),
      serverStatic: fromHex(keys.serverStatic.publicKey),
      nowSeconds: certificates.validity.notBefore,
    };
    expect(() => verifyChain(fromHex(certificates.chain), rules)).not.toThrow();
  });
});

describe.each(casesOf("session"))("the session $name", ({ alice, bob, bundle, messages }) => {
  /** Gives the keys of the vectors in the order in which an account draws them. */
  function scripted(registrationId: number, ...keys: readonly string[]): Random {
    const left = keys.map(fromHex);
    return { bytes: () => left.shift() ?? new Uint8Array(32), int: () => registrationId - 1 };
  }

  test("is opened by libsignal with Bob's keys", async () => {
    const { identity, signedPreKey, preKey, registrationId } = bob;
    const random = scripted(
      registrationId,
      identity.privateKey,
      ...Array(bundle.signedPreKey.id).fill(signedPreKey.privateKey),
      preKey.privateKey,
    );
    const account = sessionEngine("x3dh-v3").createAccount({ random });
    for (let id = 1; id < bundle.signedPreKey.id; id += 1) account.rotateSignedPreKey();
    expect(account.signedPreKey().id).toBe(bundle.signedPreKey.id);
    account.generatePreKeys(bundle.preKey?.id ?? 42, 1);
    const peer = addressOf("4915550001111@s.whatsapp.net");
    for (const { bytes, plaintext, type } of messages
      .filter(({ from }: { from: string }) => from === "alice")
      .slice(0, 2)) {
      const opened = await account.decrypt(peer, { type, bytes: fromHex(bytes) });
      expect(toHex(opened.plaintext)).toBe(plaintext);
    }
    const key = bundle.signedPreKey;
    expect(verifySignedPreKey(fromHex(bundle.identityKey), fromHex(key.publicKey), fromHex(key.signature))).toBe(true);
    expect(alice.registrationId).toBe(account.registrationIdOf(peer));
  });
});

test("the steps of the session vectors converse with libsignal in both directions", async () => {
  const random = seededRandom("conversation with libsignal");
  const account = sessionEngine("x3dh-v3").createAccount({ random });
  const peer = addressOf("4915550001111@s.whatsapp.net");
  const [identity, base, own, next] = [0, 1, 2, 3].map(() => generateKeyPair(random)) as [
    KeyPair,
    KeyPair,
    KeyPair,
    KeyPair,
  ];
  const { identityKey, signedPreKey } = account.bundle();
  const { rootKey } = agree([
    diffieHellman(identity, signedPreKey.publicKey),
    diffieHellman(base, identityKey),
    diffieHellman(base, signedPreKey.publicKey),
  ]);
  const sending = ratchet(rootKey, own, signedPreKey.publicKey);
  const identities = { senderIdentity: identity.publicKey, receiverIdentity: identityKey };
  const first = sealMessage({
    ...identities,
    chainKey: sending.chainKey,
    counter: 0,
    previousCounter: 0,
    ratchetKey: own.publicKey,
    plaintext: utf8("one"),
  });
  const bytes = openingMessage({
    registrationId: 1,
    signedPreKeyId: signedPreKey.id,
    baseKey: base.publicKey,
    identityKey: identity.publicKey,
    message: first.bytes,
  });
  expect((await account.decrypt(peer, { type: "pkmsg", bytes })).plaintext).toEqual(utf8("one"));

  // libsignal's answer has the keys and the MAC that the steps give it.
  const answer = await account.encrypt(peer, utf8("two"));
  const { ratchetKey } = inspectMessage("msg", answer.bytes);
  const receiving = ratchet(sending.rootKey, own, ratchetKey);
  const again = sealMessage({
    senderIdentity: identityKey,
    receiverIdentity: identity.publicKey,
    chainKey: receiving.chainKey,
    counter: 0,
    previousCounter: 0,
    ratchetKey,
    plaintext: utf8("two"),
  });
  expect(toHex(again.bytes)).toBe(toHex(answer.bytes));

  const further = ratchet(receiving.rootKey, next, ratchetKey);
  const third = sealMessage({
    ...identities,
    chainKey: further.chainKey,
    counter: 0,
    previousCounter: 0,
    ratchetKey: next.publicKey,
    plaintext: utf8("three"),
  });
  expect((await account.decrypt(peer, { type: "msg", bytes: third.bytes })).plaintext).toEqual(utf8("three"));
  expect(messageKeys(further.chainKey).nextChainKey).toEqual(third.nextChainKey);
});

test("into a folder that cannot be made are an error, and no hang", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "taken");
    writeFileSync(file, "");
    for (const path of existsSync("/proc/self") ? [join(file, "below"), "/proc/vectors"] : [join(file, "below")]) {
      const { code, stderr } = await interop("vectors", path);
      expect([code, stderr]).toEqual([4, expect.stringContaining(`Writing vectors to "${path}"`)]);
    }
  });
});
