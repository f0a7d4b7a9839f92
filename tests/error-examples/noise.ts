import { fromHex, utf8 } from "../../core/bytes.js";
import type { Random } from "../../core/random.js";
import { decodeChain, encodeChain, issueCertificates, type IssueOptions } from "../../protocol/noise/certificate.js";
import { verifyChain } from "../../protocol/noise/certificate-verify.js";
import { CipherState } from "../../protocol/noise/cipher-state.js";
import { decodeClientPayload } from "../../protocol/noise/client-payload.js";
import type { NoiseErrorCode } from "../../protocol/noise/errors.js";
import { encodeFrame, FrameReader } from "../../protocol/noise/framing.js";
import { startInitiator } from "../../protocol/noise/initiator.js";
import { IntroReader } from "../../protocol/noise/intro.js";
import { diffieHellman, generateKeyPair, importPublicKey } from "../../protocol/noise/keys.js";
import { decodeExpected, encodeHandshake } from "../../protocol/noise/messages.js";
import { seededRandom } from "../../runtime/random.js";
import { example, type Examples } from "./example.js";

const random: Random = seededRandom("noise");
const [root, intermediate, server, stranger] = Array.from({ length: 4 }, () => generateKeyPair(random)) as [
  ReturnType<typeof generateKeyPair>,
  ReturnType<typeof generateKeyPair>,
  ReturnType<typeof generateKeyPair>,
  ReturnType<typeof generateKeyPair>,
];
const validity = { notBefore: 1000, notAfter: 2000 };

/** The chain of a server, in one way wrong, shown to a client that knows the root. */
function verified(
  wrong: Partial<IssueOptions>,
  context: { nowSeconds?: number; serverStatic?: Uint8Array } = {},
): unknown {
  const chain = encodeChain(
    issueCertificates({ root, intermediate, leafKey: server.publicKey, validity, random, ...wrong }),
  );
  return verifyChain(chain, {
    rootKey: root.publicKey,
    serverStatic: server.publicKey,
    nowSeconds: 1500,
    ...context,
  });
}

export const noise: Examples<NoiseErrorCode> = {
  "bad-key": example("A public key of 33 bytes, type byte included, is imported", () =>
    importPublicKey(new Uint8Array(33)),
  ),
  "weak-key": example("The other side sends an ephemeral key of zeros", () =>
    diffieHellman(server, new Uint8Array(32)),
  ),
  "out-of-turn": example("A client finishes before it has read the ServerHello", () =>
    startInitiator({ prologue: utf8("p"), staticKey: stranger, ephemeral: server }).finish(new Uint8Array(0)),
  ),
  "decrypt-failed": example("A bit of a frame was changed on the way", () => {
    const sealed = new CipherState(new Uint8Array(32)).encrypt(utf8("hello"));
    sealed[0] = (sealed[0] ?? 0) ^ 1;
    return new CipherState(new Uint8Array(32)).decrypt(sealed);
  }),
  "counter-exhausted": example("A connection has used every nonce", () => {
    const exhausted = new CipherState(new Uint8Array(32));
    exhausted.skip(2 ** 32);
    return exhausted.encrypt(utf8("one more"));
  }),
  "malformed-handshake": example("A ClientHello comes where a ServerHello is due", () =>
    decodeExpected(encodeHandshake({ kind: "clientHello", fields: { ephemeral: new Uint8Array(32) } }), "serverHello"),
  ),
  "malformed-payload": example("Text stands where the ClientPayload belongs", () =>
    decodeClientPayload(utf8("eyJhbGciOiJSUzI1NiJ9")),
  ),
  "bad-header": example("A client speaks HTTP on the chat port", () =>
    new IntroReader({ header: fromHex("57410603") }).push(utf8("GET / HTTP/1.1")),
  ),
  "frame-too-large": example("A frame announces more than its reader takes", () =>
    new FrameReader({ maxFrame: 16 }).push(encodeFrame(new Uint8Array(17))),
  ),
  "certificate-missing": example("The ServerHello carries no chain", () => decodeChain(new Uint8Array(0))),
  "certificate-malformed": example("The leaf's signature has 63 bytes", () => {
    const part = { details: new Uint8Array(4), signature: new Uint8Array(64) };
    return decodeChain(encodeChain({ leaf: { ...part, signature: new Uint8Array(63) }, intermediate: part }));
  }),
  "certificate-bad-signature": example("A stranger's root signed the chain", () => verified({ root: stranger })),
  "certificate-wrong-issuer": example("The leaf names another issuer", () =>
    verified({ override: { leaf: { issuerSerial: 77 } } }),
  ),
  "certificate-expired": example("The clock is past the end of the chain", () => verified({}, { nowSeconds: 2001 })),
  "certificate-leaf-mismatch": example("The chain belongs to another server", () =>
    verified({}, { serverStatic: stranger.publicKey }),
  ),
};
