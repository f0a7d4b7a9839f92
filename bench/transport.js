// What Noise costs a routed message, beside what its cryptography costs when called bare.
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from "node:crypto";
import { CipherState } from "../dist/protocol/noise/cipher-state.js";
import { allocateFrame } from "../dist/protocol/noise/framing.js";
import { relaySizes } from "./load/relay.js";
import { contest } from "./support/measure.js";

const tagLength = 16;
const plaintext = randomBytes(relaySizes.message - tagLength);
const connections = 2000;
/** A server decrypts and encrypts a message once each, and an acknowledgement each way as well. */
const framesPerMessage = 4;
/** Frames of a connection before it is another one with another key. */
const framesPerConnection = 32;

/** Frames of the size of a message, each on the next of many connections, as a server meets them. */
export function sealingRows(rounds) {
  const keys = Array.from({ length: connections }, () => randomBytes(32));
  const ciphers = keys.map((key) => new CipherState(key));
  const objects = keys.map((key) => createSecretKey(key));
  let turn = 0;
  const next = () => (turn = (turn + 1) % connections);
  const receivers = keys.map(receiverOf);
  const rates = contest(
    [
      () => ciphers[next()].encrypt(plaintext, allocateFrame(plaintext.length + tagLength).body),
      () => bareSeal(objects[next()]),
      () => {
        const at = next();
        const { cipher, sealed } = receivers[at];
        cipher.decrypt(sealed[cipher.counter]);
        if (cipher.counter === framesPerConnection) receivers[at].cipher = new CipherState(keys[at]);
      },
      () => {
        const at = next();
        bareOpen(objects[at], receivers[at].sealed[0]);
      },
    ],
    { rounds, sliceMs: 300 },
  );
  const [seal, bareSealRate, open, bareOpenRate] = rates;
  const perMessage = (sealRate, openRate) => (framesPerMessage / 2) * (1e6 / sealRate + 1e6 / openRate);
  return [
    { figure: "Noise, frames sealed/s", ours: seal, peer: bareSealRate, goal: ">= 0.8" },
    { figure: "Noise, frames opened/s", ours: open, peer: bareOpenRate, goal: ">= 0.8" },
    { figure: "Noise, us/message", ours: perMessage(seal, open), peer: perMessage(bareSealRate, bareOpenRate) },
  ];
}

function receiverOf(key) {
  const sender = new CipherState(key);
  const sealed = Array.from({ length: framesPerConnection }, () => sender.encrypt(plaintext));
  return { cipher: new CipherState(key), sealed };
}

const nonce = Buffer.alloc(12);

function bareSeal(key) {
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.update(plaintext);
  cipher.final();
  return cipher.getAuthTag();
}

function bareOpen(key, frame) {
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagLength });
  const opened = decipher.update(frame.subarray(0, -tagLength));
  decipher.setAuthTag(frame.subarray(-tagLength));
  decipher.final();
  return opened;
}
