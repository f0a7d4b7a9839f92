import { encodeContent } from "../../protocol/content/encode.js";
import { pad } from "../../protocol/content/padding.js";
import { diffieHellman, type KeyPair } from "../../protocol/noise/keys.js";
import { sign } from "../../protocol/xeddsa/xeddsa.js";
import { seededRandom } from "../../runtime/random.js";
import { agree, openingMessage, ratchet, sealMessage, typed } from "./ratchet.js";
import { clampedKeyPair } from "./keys.js";
import type { VectorFile } from "./vector-file.js";

/** A session from the bundle to the first answer and one message after it, with and without a one-time pre-key. */
export function sessionVectors(): VectorFile {
  return {
    name: "session",
    about:
      "X3DH and the double ratchet, version 3: Alice opens a session with Bob and writes twice, Bob answers, Alice goes on.",
    cases: [session("with a one-time pre-key", true), session("without a one-time pre-key", false)],
  };
}

const [signedPreKeyId, preKeyId] = [7, 42];

function session(name: string, withPreKey: boolean): object {
  const random = seededRandom(`vectors: session ${name}`);
  const key = (): KeyPair => clampedKeyPair(random);
  const alice = { registrationId: 1001, identity: key(), base: key(), ratchet: key(), secondRatchet: key() };
  const bob = { registrationId: 2002, identity: key(), signedPreKey: key(), preKey: key(), ratchet: key() };
  const signature = sign(bob.identity.privateKey, typed(bob.signedPreKey.publicKey), random.bytes(64));
  const agreements = {
    dh1: diffieHellman(alice.identity, bob.signedPreKey.publicKey),
    dh2: diffieHellman(alice.base, bob.identity.publicKey),
    dh3: diffieHellman(alice.base, bob.signedPreKey.publicKey),
    ...(withPreKey && { dh4: diffieHellman(alice.base, bob.preKey.publicKey) }),
  };
  const first = agree(Object.values(agreements));
  const toBob = ratchet(first.rootKey, alice.ratchet, bob.signedPreKey.publicKey);
  const toAlice = ratchet(toBob.rootKey, bob.ratchet, alice.ratchet.publicKey);
  const toBobAgain = ratchet(toAlice.rootKey, alice.secondRatchet, bob.ratchet.publicKey);

  const plain = (text: string) => pad(encodeContent({ type: "text", text }), 4);
  const fromAlice = { senderIdentity: alice.identity.publicKey, receiverIdentity: bob.identity.publicKey };
  const fromBob = { senderIdentity: bob.identity.publicKey, receiverIdentity: alice.identity.publicKey };
  const opening = {
    registrationId: alice.registrationId,
    ...(withPreKey && { preKeyId }),
    signedPreKeyId,
    baseKey: alice.base.publicKey,
    identityKey: alice.identity.publicKey,
  };
  const first1 = { ...fromAlice, ratchetKey: alice.ratchet.publicKey, previousCounter: 0 };
  const one = { ...first1, chainKey: toBob.chainKey, counter: 0, plaintext: plain("Hello") };
  const sealedOne = sealMessage(one);
  const two = { ...first1, chainKey: sealedOne.nextChainKey, counter: 1, plaintext: plain("Are you there?") };
  const sealedTwo = sealMessage(two);
  const answer = {
    ...fromBob,
    ratchetKey: bob.ratchet.publicKey,
    previousCounter: 0,
    chainKey: toAlice.chainKey,
    counter: 0,
    plaintext: plain("Yes"),
  };
  const last = {
    ...fromAlice,
    ratchetKey: alice.secondRatchet.publicKey,
    // The number of the last message of the chain before.
    previousCounter: 1,
    chainKey: toBobAgain.chainKey,
    counter: 0,
    plaintext: plain("Good"),
  };
  return {
    name,
    alice,
    bob,
    bundle: {
      registrationId: bob.registrationId,
      identityKey: bob.identity.publicKey,
      signedPreKey: { id: signedPreKeyId, publicKey: bob.signedPreKey.publicKey, signature },
      ...(withPreKey && { preKey: { id: preKeyId, publicKey: bob.preKey.publicKey } }),
    },
    agreements,
    infos: { masterSecret: "WhisperText", rootKey: "WhisperRatchet", messageKeys: "WhisperMessageKeys" },
    first,
    ratchets: { toBob, toAlice, toBobAgain },
    messages: [
      {
        from: "alice",
        type: "pkmsg",
        ...one,
        ...sealedOne,
        bytes: openingMessage({ ...opening, message: sealedOne.bytes }),
      },
      {
        from: "alice",
        type: "pkmsg",
        ...two,
        ...sealedTwo,
        bytes: openingMessage({ ...opening, message: sealedTwo.bytes }),
      },
      { from: "bob", type: "msg", ...answer, ...sealMessage(answer) },
      { from: "alice", type: "msg", ...last, ...sealMessage(last) },
    ],
  };
}
