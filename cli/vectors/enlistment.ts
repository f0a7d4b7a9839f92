import { utf8 } from "../../core/bytes.js";
import { argumentSizes, encodeEnlistment } from "../../protocol/enlistment/request.js";
import { annotateEnlistment } from "../../protocol/enlistment/annotate.js";
import { sign } from "../../protocol/xeddsa/xeddsa.js";
import { seededRandom } from "../../runtime/random.js";
import { clampedKeyPair } from "./keys.js";
import type { VectorFile } from "./vector-file.js";

/** One enlistment from given keys. The token of tokens.json would make it longer without showing more. */
export function enlistmentVectors(): VectorFile {
  const random = seededRandom("vectors: enlistment");
  const [channel, identity, signedPreKey] = [clampedKeyPair(random), clampedKeyPair(random), clampedKeyPair(random)];
  const signedBytes = Uint8Array.of(5, ...signedPreKey.publicKey);
  const randomness = random.bytes(64);
  const signature = sign(identity.privateKey, signedBytes, randomness);
  const body = encodeEnlistment({
    authKey: channel.publicKey,
    identityKey: identity.publicKey,
    registrationId: 4711,
    signedPreKey: { id: 1, publicKey: signedPreKey.publicKey, signature },
    token: "the.token.here",
  });
  return {
    name: "enlistment",
    about: "The form of an enlistment and what its arguments hold.",
    cases: [
      {
        name: "enlistment",
        keys: { channel, identity, signedPreKey },
        registrationId: 4711,
        signedPreKeyId: 1,
        signedBytes,
        randomness,
        sizes: argumentSizes,
        arguments: annotateEnlistment(body).json,
        contentType: "application/x-www-form-urlencoded",
        body,
        bodyBytes: utf8(body),
      },
    ],
  };
}
