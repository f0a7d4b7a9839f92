import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";
import { concat, utf8 } from "../../core/bytes.js";
import { hkdfSha256 } from "../../core/hkdf.js";
import type { Random } from "../../core/random.js";
import { generateKeyPair, type KeyPair } from "../../protocol/noise/keys.js";
import { sign, verify } from "../../protocol/xeddsa/xeddsa.js";
import { SignalError } from "../errors.js";
import { decodeDistribution, decodeSenderKeyMessage, encodeDistribution, encodeUnsigned } from "./messages.js";

/**
 * Group sessions as open WhatsApp clients speak them: version 3, without the distribution id of newer Signal libraries
 * (wire 5.2, 5.6).
 */
export interface SenderKeys {
  /** What the others need for the messages that follow; makes a key when there is none. */
  distribution(group: string): Uint8Array;
  /** Forgets the own key of `group`, so that the next message uses a new one: for when members have left. */
  renew(group: string): void;
  encrypt(group: string, plaintext: Uint8Array): Uint8Array;
  /** Keeps what `sender` distributed. @throws SignalError `malformed-message`, `unsupported-version`. */
  process(group: string, sender: string, distribution: Uint8Array): void;
  /** @throws SignalError `no-session`, `bad-signature`, `duplicate-message`, `bad-mac`, `malformed-message`. */
  decrypt(group: string, sender: string, message: Uint8Array): Uint8Array;
}

/** What encrypts one group message: AES-256-CBC. */
interface MessageKey {
  readonly iteration: number;
  readonly iv: Uint8Array;
  readonly cipherKey: Uint8Array;
}

/** The symmetric ratchet of a sender key: one step per message, never back. */
interface Chain {
  readonly iteration: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

interface OwnKey {
  readonly id: number;
  readonly signing: KeyPair;
  chain: Chain;
}

interface PeerKey {
  readonly signingKey: Uint8Array;
  chain: Chain;
  /** Keys of messages that later ones have overtaken. */
  readonly skipped: Map<number, MessageKey>;
}

/** As in the open clients (wire 5.2). */
const maximumSkipped = 2000;
const maximumStates = 5;

const label = utf8("WhisperGroup");

/**
 * @param random Source of keys and signature nonces.
 * @param verifies Verifies the signature of a message. Another one than ours makes a provider with that defect.
 */
export function createSenderKeys(random: Random, verifies = verify): SenderKeys {
  const own = new Map<string, OwnKey>();
  const peers = new Map<string, Map<number, PeerKey>>();

  function ownKey(group: string): OwnKey {
    const known = own.get(group);
    if (known !== undefined) return known;
    const chain = { iteration: 0, key: random.bytes(32) };
    const made = { id: 1 + random.int(0x7fff_fffe), signing: generateKeyPair(random), chain };
    own.set(group, made);
    return made;
  }

  return {
    distribution(group) {
      const { id, chain, signing } = ownKey(group);
      const { iteration, key: chainKey } = chain;
      return encodeDistribution({ id, iteration, chainKey, signingKey: signing.publicKey });
    },
    renew: (group) => void own.delete(group),
    encrypt(group, plaintext) {
      const key = ownKey(group);
      const { iteration, cipherKey, iv } = messageKey(key.chain);
      key.chain = nextChain(key.chain);
      const cipher = createCipheriv("aes-256-cbc", cipherKey, iv);
      const unsigned = encodeUnsigned(key.id, iteration, concat(cipher.update(plaintext), cipher.final()));
      return concat(unsigned, sign(key.signing.privateKey, unsigned, random.bytes(64)));
    },
    process(group, sender, bytes) {
      const { id, iteration, chainKey, signingKey } = decodeDistribution(bytes);
      const name = `${group} ${sender}`;
      const states = peers.get(name) ?? new Map<number, PeerKey>();
      peers.set(name, states);
      // A repeated distribution must not drop the keys of messages that have not arrived yet.
      if (states.has(id)) return;
      states.set(id, { signingKey, chain: { iteration, key: chainKey }, skipped: new Map() });
      for (const oldest of states.keys()) if (states.size > maximumStates) states.delete(oldest);
    },
    decrypt(group, sender, bytes) {
      const message = decodeSenderKeyMessage(bytes);
      const key = peers.get(`${group} ${sender}`)?.get(message.id);
      if (key === undefined) throw failure("no-session", `no sender key ${message.id} of ${sender}`, "one");
      if (!verifies(key.signingKey, message.signed, message.signature)) {
        throw failure("bad-signature", "a signature that does not verify", "the sender's");
      }
      const opened = decrypt(message.ciphertext, keyFor(key, message.iteration));
      advance(key, message.iteration);
      return opened;
    },
  };
}

function keyFor({ chain, skipped }: PeerKey, iteration: number): MessageKey {
  if (iteration < chain.iteration) {
    const kept = skipped.get(iteration);
    if (kept !== undefined) return kept;
    throw failure("duplicate-message", `iteration ${iteration} again`, `${chain.iteration} or later`);
  }
  if (iteration - chain.iteration > maximumSkipped) {
    throw failure("malformed-message", `iteration ${iteration}`, `at most ${chain.iteration + maximumSkipped}`);
  }
  let at = chain;
  while (at.iteration < iteration) at = nextChain(at);
  return messageKey(at);
}

/** Only after a message was opened, so that a forged one cannot move the chain. */
function advance(key: PeerKey, iteration: number): void {
  key.skipped.delete(iteration);
  while (key.chain.iteration <= iteration) {
    if (key.chain.iteration < iteration) key.skipped.set(key.chain.iteration, messageKey(key.chain));
    key.chain = nextChain(key.chain);
  }
  for (const oldest of key.skipped.keys()) if (key.skipped.size > maximumSkipped) key.skipped.delete(oldest);
}

function decrypt(ciphertext: Uint8Array, { cipherKey, iv }: MessageKey): Uint8Array {
  const cipher = createDecipheriv("aes-256-cbc", cipherKey, iv);
  try {
    return concat(cipher.update(ciphertext), cipher.final());
  } catch (cause) {
    throw new SignalError("bad-mac", "Decrypt group message: found no valid padding, wanted PKCS #7", { cause });
  }
}

function failure(code: SignalError["code"], found: string, wanted: string): SignalError {
  return new SignalError(code, `Decrypt group message: found ${found}, wanted ${wanted}`);
}

function nextChain({ iteration, key }: Chain): Chain {
  return { iteration: iteration + 1, key: hmac(key, Uint8Array.of(2)) };
}

/** 16 bytes of IV and 32 of key out of HKDF with no salt (wire 5.2). */
function messageKey({ iteration, key }: Chain): MessageKey {
  const derived = hkdfSha256(new Uint8Array(0), hmac(key, Uint8Array.of(1)), label, 48);
  return { iteration, iv: derived.subarray(0, 16), cipherKey: derived.subarray(16) };
}

function hmac(key: Uint8Array, input: Uint8Array): Uint8Array {
  return createHmac("sha256", key).update(input).digest();
}
