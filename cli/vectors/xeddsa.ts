import { utf8 } from "../../core/bytes.js";
import { sign, verify } from "../../protocol/xeddsa/xeddsa.js";
import { seededRandom } from "../../runtime/random.js";
import { clampedKeyPair } from "./keys.js";
import type { VectorFile } from "./vector-file.js";

/** Signatures by X25519 keys; both signs of the public point occur. */
export function xeddsaVectors(): VectorFile {
  const random = seededRandom("vectors: xeddsa");
  const messages = [
    "",
    "x",
    "signed bytes",
    "a longer message that is more than one block of the hash function, so that both are seen",
  ];
  const signed = messages.map((text) => {
    const { privateKey, publicKey } = clampedKeyPair(random);
    const [message, randomness] = [utf8(text), random.bytes(64)];
    const signature = sign(privateKey, message, randomness);
    return { privateKey, publicKey, message, randomness, signature, valid: verify(publicKey, message, signature) };
  });
  const preKey = clampedKeyPair(random);
  const identity = clampedKeyPair(random);
  const message = Uint8Array.of(5, ...preKey.publicKey);
  const randomness = random.bytes(64);
  const signature = sign(identity.privateKey, message, randomness);
  const flipped = Uint8Array.from(signature);
  flipped[0] = (flipped[0] ?? 0) ^ 1;
  const refused = (name: string, changed: object) => {
    const base = { publicKey: identity.publicKey, message, signature };
    const found = { ...base, ...changed };
    return { name: `refused: ${name}`, ...found, valid: verify(found.publicKey, found.message, found.signature) };
  };
  return {
    name: "xeddsa",
    about: "XEdDSA signatures with X25519 keys, as libsignal makes them.",
    cases: [
      ...signed.map((each, index) => ({ name: `message ${index + 1}`, ...each })),
      { name: "signed pre-key: 05 and the key", ...identity, message, randomness, signature, valid: true },
      refused("signature over the key without 05", { message: preKey.publicKey }),
      refused("one bit of the signature changed", { signature: flipped }),
      refused("another key", { publicKey: preKey.publicKey }),
    ],
  };
}
