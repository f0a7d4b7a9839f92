import { createHash } from "node:crypto";
import { concat, utf8 } from "../../core/bytes.js";
import { hkdfSha256 } from "../../core/hkdf.js";
import { seededRandom } from "../../runtime/random.js";
import { seal } from "../../protocol/noise/aead.js";
import { encodeChain, issueCertificates } from "../../protocol/noise/certificate.js";
import { encodeClientPayload } from "../../protocol/noise/client-payload.js";
import { encodeFrame } from "../../protocol/noise/framing.js";
import { header } from "../../protocol/noise/intro.js";
import { diffieHellman, type KeyPair } from "../../protocol/noise/keys.js";
import { encodeHandshake } from "../../protocol/noise/messages.js";
import { node } from "../../protocol/stanza/node.js";
import { packPayload } from "../../protocol/stanza/payload.js";
import { clampedKeyPair } from "./keys.js";
import type { VectorFile } from "./vector-file.js";

const none = new Uint8Array(0);

/** Step by step as the guide tells it, apart from `protocol/noise`; a test compares the two. */
class Steps {
  h: Uint8Array;
  ck: Uint8Array;
  k: Uint8Array | undefined;
  n = 0;
  readonly taken: object[] = [];

  constructor(name: string) {
    this.h = concat(utf8(name), new Uint8Array(32 - name.length));
    this.ck = this.h;
    this.#note("h and ck begin as the protocol name, padded with zeros to 32 bytes", {});
  }

  mixHash(what: string, data: Uint8Array): void {
    this.h = sha256(this.h, data);
    this.#note(`h = SHA-256(h || ${what})`, { input: data });
  }

  mixKey(what: string, secret: Uint8Array): void {
    const both = hkdfSha256(this.ck, secret, none, 64);
    [this.ck, this.k, this.n] = [both.subarray(0, 32), both.subarray(32), 0];
    this.#note(`ck, k = HKDF(salt ck, ${what}), n = 0`, { sharedSecret: secret });
  }

  encrypt(what: string, plaintext: Uint8Array): Uint8Array {
    const nonce = new Uint8Array(12);
    nonce[11] = this.n;
    const associatedData = this.h;
    const ciphertext = seal(this.k ?? none, this.n++, associatedData, plaintext);
    this.h = sha256(this.h, ciphertext);
    this.#note(`encrypt ${what} with k, the nonce and h; then h = SHA-256(h || ciphertext)`, {
      nonce,
      associatedData,
      plaintext,
      ciphertext,
    });
    return ciphertext;
  }

  #note(says: string, values: Readonly<Record<string, Uint8Array>>): void {
    const { h, ck, k, n } = this;
    this.taken.push({ step: says, ...values, after: { h, ck, ...(k && { k, n }) } });
  }
}

/** A whole handshake of the profile `whatsapp` with every value in between, and the first frames after it. */
export function noiseVectors(): VectorFile {
  const random = seededRandom("vectors: noise");
  const [root, intermediate, server, client] = [0, 1, 2, 3].map(() => clampedKeyPair(random)) as [
    KeyPair,
    KeyPair,
    KeyPair,
    KeyPair,
  ];
  const [serverEphemeral, clientEphemeral] = [clampedKeyPair(random), clampedKeyPair(random)];
  const validity = { notBefore: 1_767_225_600, notAfter: 1_893_456_000 };
  const chain = issueCertificates({ root, intermediate, leafKey: server.publicKey, validity, random });
  const certificates = encodeChain(chain);
  const clientPayload = encodeClientPayload({
    passive: false,
    product: 2,
    pull: true,
    interopData: { accountId: 10_853_634_039_893, token: utf8("the.token.here"), enableReadReceipts: true },
  });

  const prologue = header({ magic: 6, dictionaryVersion: 3 });
  const steps = new Steps("Noise_XX_25519_AESGCM_SHA256");
  steps.mixHash("the four header bytes", prologue);
  steps.mixHash("the client's ephemeral key", clientEphemeral.publicKey);
  steps.mixHash("the server's ephemeral key", serverEphemeral.publicKey);
  steps.mixKey("ee: both ephemeral keys", diffieHellman(serverEphemeral, clientEphemeral.publicKey));
  const sealedServerKey = steps.encrypt("the server's static key", server.publicKey);
  steps.mixKey(
    "es: the client's ephemeral and the server's static key",
    diffieHellman(server, clientEphemeral.publicKey),
  );
  const sealedCertificates = steps.encrypt("the certificate chain", certificates);
  const sealedClientKey = steps.encrypt("the client's static key", client.publicKey);
  steps.mixKey(
    "se: the client's static and the server's ephemeral key",
    diffieHellman(client, serverEphemeral.publicKey),
  );
  const sealedPayload = steps.encrypt("the client payload", clientPayload);
  const transport = hkdfSha256(steps.ck, none, none, 64);
  const [clientKey, serverKey] = [transport.subarray(0, 32), transport.subarray(32)];

  const clientHello = encodeHandshake({ kind: "clientHello", fields: { ephemeral: clientEphemeral.publicKey } });
  const serverHello = encodeHandshake({
    kind: "serverHello",
    fields: { ephemeral: serverEphemeral.publicKey, static: sealedServerKey, payload: sealedCertificates },
  });
  const clientFinish = encodeHandshake({
    kind: "clientFinish",
    fields: { static: sealedClientKey, payload: sealedPayload },
  });
  const ping = packPayload(node("iq", { id: "1", to: "s.whatsapp.net", type: "get", xmlns: "w:p" }));
  const success = packPayload(node("success", { t: "1767225600" }));
  const frame = (key: Uint8Array, counter: number, plaintext: Uint8Array) => {
    const ciphertext = seal(key, counter, undefined, plaintext);
    return { counter, plaintext, ciphertext, onTheWire: encodeFrame(ciphertext) };
  };

  return {
    name: "noise",
    about: "A handshake with every value in between, from given keys, and the first frames after it.",
    cases: [
      {
        name: "handshake",
        keys: { root, intermediate, serverStatic: server, serverEphemeral, clientStatic: client, clientEphemeral },
        certificates: {
          chain: certificates,
          leaf: { ...chain.leaf },
          intermediate: { ...chain.intermediate },
          validity,
        },
        clientPayload,
        steps: steps.taken,
        messages: {
          header: prologue,
          clientHello: { message: clientHello, onTheWire: concat(prologue, encodeFrame(clientHello)) },
          serverHello: { message: serverHello, onTheWire: encodeFrame(serverHello) },
          clientFinish: { message: clientFinish, onTheWire: encodeFrame(clientFinish) },
        },
        transport: {
          clientToServerKey: clientKey,
          serverToClientKey: serverKey,
          clientFrames: [frame(clientKey, 0, ping), frame(clientKey, 1, ping)],
          serverFrames: [frame(serverKey, 0, success), frame(serverKey, 1, ping)],
        },
      },
    ],
  };
}

function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(
    createHash("sha256")
      .update(concat(...parts))
      .digest(),
  );
}
