import {
  calculateAgreement,
  generateKeyPair,
  getWAConnHeader,
  NoiseSession,
  verifySignature,
} from "whatsapp-rust-bridge";
import { Failure } from "./failure.js";
import { decode, encode, typed, untyped } from "./wire.js";

const keyBytes = 32;

/**
 * The client's half of Noise XX: `hello()` goes out, `finish()` reads the server's answer and gives the last frame, and from
 * then on `seal` and `open` are the two directions of the transport.
 */
export class Handshake {
  #ephemeral = generateKeyPair();
  #session = new NoiseSession(untyped(this.#ephemeral.pubKey), getWAConnHeader());

  /** With the four bytes before the first frame. */
  hello() {
    const clientHello = { ephemeral: untyped(this.#ephemeral.pubKey) };
    return this.#session.encodeFrameRaw(encode("HandshakeMessage", { clientHello }));
  }

  /** Throws, before the payload is sealed, when the server cannot prove that it is Meta's. */
  finish(frame, { staticKey, payload, rootKey }) {
    const { serverHello = {} } = decode("HandshakeMessage", frame);
    const { ephemeral = [], static: sealedStatic = [], payload: sealedChain = [] } = serverHello;
    if (ephemeral.length !== keyBytes) throw refused(`an ephemeral key of ${ephemeral.length} bytes`);
    const session = this.#session;
    session.authenticate(ephemeral);
    this.#agree(ephemeral, this.#ephemeral);
    const serverStatic = session.decrypt(Uint8Array.from(sealedStatic));
    this.#agree(serverStatic, this.#ephemeral);
    const chain = session.decrypt(Uint8Array.from(sealedChain));
    checkChain(chain, { rootKey, serverStatic });

    const sealedKey = session.encrypt(untyped(staticKey.pubKey));
    this.#agree(ephemeral, staticKey);
    const clientFinish = { static: sealedKey, payload: session.encrypt(payload) };
    const last = session.encodeFrameRaw(encode("HandshakeMessage", { clientFinish }));
    session.finishInit();
    return last;
  }

  /** A stanza as a frame. */
  seal(stanza) {
    return this.#session.encodeFrame(stanza);
  }

  open(frame) {
    return this.#session.decrypt(frame);
  }

  free() {
    this.#session.free();
  }

  #agree(theirs, { privKey }) {
    const secret = calculateAgreement(typed(theirs), privKey);
    if (secret.every((byte) => byte === 0)) throw refused("a key that makes the secret zero");
    this.#session.mixIntoKey(secret);
  }
}

/** Root to intermediate to leaf, both valid now, and the leaf is the server's static key (docs/wire.md, 1.3). */
function checkChain(chain, { rootKey, serverStatic }) {
  const { leaf, intermediate } = decode("CertChain", chain);
  const outer = verified(intermediate, rootKey, "intermediate");
  const inner = verified(leaf, outer.key, "leaf");
  if (outer.issuerSerial !== 0) throw refused("an intermediate certificate of another issuer");
  if (inner.issuerSerial !== outer.serial) throw refused("a leaf certificate of another issuer");
  if (Buffer.compare(inner.key, serverStatic) !== 0) throw refused("a certificate for another key");
}

function verified({ details, signature } = {}, key, name) {
  if (details === undefined || signature?.length !== 64) throw refused(`no signed ${name} certificate`);
  if (!verifySignature(typed(key), details, signature)) throw refused(`a wrong signature of the ${name} certificate`);
  const certificate = decode("CertChain.Certificate.Details", details);
  const { notBefore = 0, notAfter = 0 } = certificate;
  const now = Date.now() / 1000;
  if (now < notBefore || now > notAfter) throw refused(`the ${name} certificate out of its time`);
  if (certificate.key?.length !== keyBytes) throw refused(`no key in the ${name} certificate`);
  return { serial: 0, issuerSerial: 0, ...certificate };
}

function refused(found) {
  return new Failure("handshake-refused", `Shake hands: found ${found}, wanted Meta's server`);
}
