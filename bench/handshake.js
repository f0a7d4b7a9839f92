import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hash,
  randomBytes,
} from "node:crypto";
import { startInitiator } from "../dist/protocol/noise/initiator.js";
import { generateKeyPair } from "../dist/protocol/noise/keys.js";
import { startResponder } from "../dist/protocol/noise/responder.js";
import { systemRandom } from "../dist/runtime/random.js";
import { contest } from "./support/measure.js";

export const title = "Noise XX handshakes per second of processor time, both sides and responder alone";
export const peer = "node:crypto";

const prologue = Buffer.from("57410603", "hex");
const chain = randomBytes(250);
const clientPayload = randomBytes(700);
const client = generateKeyPair(systemRandom);
const server = generateKeyPair(systemRandom);

/** The peer does the same agreements, derivations, hashes and encryptions, and nothing else: no state, no checks. */
export async function measure({ rounds }) {
  const recorded = recordedFlights();
  const [both, responder, bothParts, responderParts] = contest(
    [wholeHandshake, () => responderOf(recorded), () => parts("both"), () => parts("responder")],
    { rounds, sliceMs: 400 },
  );
  return [
    { figure: "both sides, handshakes/s", ours: both, peer: bothParts, goal: ">= 0.8" },
    { figure: "responder, handshakes/s", ours: responder, peer: responderParts, goal: ">= 0.8" },
  ];
}

function wholeHandshake() {
  const initiator = startInitiator({ prologue, staticKey: client, ephemeral: generateKeyPair(systemRandom) });
  const responder = startResponder({ prologue, staticKey: server, ephemeral: generateKeyPair(systemRandom) });
  responder.readHello(initiator.hello());
  initiator.readServerHello(responder.serverHello(chain));
  const finish = initiator.finish(clientPayload);
  responder.readFinish({ static: finish.static, payload: finish.payload });
}

/** The client's flights, to be answered again and again by a responder whose ephemeral key does not change. */
function recordedFlights() {
  const ephemeral = generateKeyPair(systemRandom);
  const initiator = startInitiator({ prologue, staticKey: client, ephemeral: generateKeyPair(systemRandom) });
  const responder = startResponder({ prologue, staticKey: server, ephemeral });
  const hello = initiator.hello();
  responder.readHello(hello);
  initiator.readServerHello(responder.serverHello(chain));
  return { ephemeral, hello, finish: initiator.finish(clientPayload) };
}

function responderOf({ ephemeral, hello, finish }) {
  // A real server makes a key for each handshake; this one pays for it without using it.
  generateKeyPair(systemRandom);
  const responder = startResponder({ prologue, staticKey: server, ephemeral });
  responder.readHello(hello);
  responder.serverHello(chain);
  responder.readFinish({ static: finish.static, payload: finish.payload });
}

const jwk = (raw) => Buffer.from(raw).toString("base64url");
const importPublic = (raw) => createPublicKey({ key: { kty: "OKP", crv: "X25519", x: jwk(raw) }, format: "jwk" });
const importPrivate = (raw) =>
  createPrivateKey({ key: { kty: "OKP", crv: "X25519", d: jwk(raw), x: "" }, format: "jwk" });
const importedServer = importPrivate(server.privateKey);
const none = Buffer.alloc(0);

/** Operations of the pattern XX, for one side or both; keys and texts are of the real sizes. */
function parts(sides) {
  const count = sides === "both" ? 2 : 1;
  for (let side = 0; side < count; side++) {
    // Own ephemeral key, with its public half; the peer's ephemeral and static keys.
    const own = importPrivate(randomBytes(32));
    createPublicKey(own).export({ format: "jwk" });
    const remoteEphemeral = importPublic(client.publicKey);
    const remoteStatic = importPublic(client.publicKey);
    let secret = diffieHellman({ privateKey: own, publicKey: remoteEphemeral });
    let keys = derive(prologue, secret);
    secret = diffieHellman({ privateKey: importedServer, publicKey: remoteEphemeral });
    keys = derive(keys, secret);
    secret = diffieHellman({ privateKey: own, publicKey: remoteStatic });
    keys = derive(keys, secret);
    derive(keys, none);
    const key = keys.subarray(0, 32);
    for (const text of [client.publicKey, chain]) roundTrip(side, key, text);
    for (const text of [client.publicKey, clientPayload]) roundTrip(1 - side, key, text);
    // Prologue, two ephemeral keys, four ciphertexts.
    for (const length of [4, 32, 32, 48, chain.length + 16, 48, clientPayload.length + 16]) {
      hash("sha256", Buffer.allocUnsafe(32 + length), "buffer");
    }
  }
}

function derive(salt, secret) {
  const key = createHmac("sha256", salt).update(secret).digest();
  const first = createHmac("sha256", key).update("\u0001").digest();
  const second = createHmac("sha256", key).update(first).update("\u0002").digest();
  return Buffer.concat([first, second]);
}

const sealed = new Map(
  [client.publicKey, chain, clientPayload].map((text) => [text, sealWith(server.publicKey, text)]),
);

/** What one side encrypts the other decrypts. */
function roundTrip(writes, key, text) {
  if (writes === 0) return void sealWith(key, text);
  const { body, tag } = sealed.get(text);
  const decipher = createDecipheriv("aes-256-gcm", server.publicKey, Buffer.alloc(12), { authTagLength: 16 });
  decipher.setAAD(server.publicKey);
  decipher.update(body);
  decipher.setAuthTag(tag);
  decipher.final();
}

function sealWith(key, text) {
  const cipher = createCipheriv("aes-256-gcm", key, Buffer.alloc(12));
  cipher.setAAD(server.publicKey);
  const body = cipher.update(text);
  cipher.final();
  return { body, tag: cipher.getAuthTag() };
}
