import { createHmac } from "node:crypto";
import { bytesToUint, concat, sameBytes, toHex, uintToBytes } from "../../core/bytes.js";
import type { Random } from "../../core/random.js";
import { hkdfSha256 } from "../../core/hkdf.js";
import { diffieHellman, generateKeyPair, type KeyPair } from "../../protocol/noise/keys.js";
import { SignalError } from "../../signal/errors.js";
import type { RatchetPolicy } from "../behaviour/sessions.js";
import { openBody, sealBody } from "./body.js";

/** Message keys of one direction, each made from the one before. */
export interface Chain {
  readonly key: Uint8Array;
  /** Number of the next message. */
  readonly next: number;
}

/** One side of a conversation (Signal, "The Double Ratchet Algorithm", section 3). Immutable: a step makes a new one. */
export interface Ratchet {
  readonly root: Uint8Array;
  readonly own: KeyPair;
  readonly remote: Uint8Array | undefined;
  readonly sending: Chain | undefined;
  readonly receiving: Chain | undefined;
  /** Messages in the sending chain before this one. */
  readonly previous: number;
  /** Ratchet keys of the other side before the present one. */
  readonly past: readonly string[];
  /** Keys of messages that have not come yet, by ratchet key and number. */
  readonly waiting: ReadonlyMap<string, Uint8Array>;
  /** What both sides authenticate with each message: the two identities. */
  readonly associated: Uint8Array;
}

const headerLength = 40;
const maximumSkipped = 1000;
const rememberedKeys = 20;
const info = Buffer.from("interop reference ratchet, root");

export interface Context {
  readonly policy: RatchetPolicy;
  readonly random: Random;
}

/** Root and chain key of the next step. */
export function advance(root: Uint8Array, secret: Uint8Array): readonly [root: Uint8Array, chain: Chain] {
  const bytes = hkdfSha256(root, secret, info, 64);
  return [bytes.slice(0, 32), { key: bytes.slice(32), next: 0 }];
}

/** The message is ratchet key (32), previous (4), number (4), body. @throws SignalError `no-session` */
export function seal(ratchet: Ratchet, plaintext: Uint8Array, { policy }: Context): readonly [Ratchet, Uint8Array] {
  const { sending, own, previous, associated } = ratchet;
  if (sending === undefined)
    throw new SignalError("no-session", "Seal message: nothing was received, wanted an answer");
  const header = concat(own.publicKey, uintToBytes(previous, 4), uintToBytes(sending.next, 4));
  const body = sealBody(messageKey(sending), concat(associated, header), plaintext, policy);
  return [{ ...ratchet, sending: following(sending) }, concat(header, body)];
}

/** @throws SignalError `malformed-message`, `duplicate-message`, `bad-mac` */
export function open(ratchet: Ratchet, message: Uint8Array, context: Context): readonly [Ratchet, Uint8Array] {
  if (message.length < headerLength) {
    throw new SignalError("malformed-message", `Open message: ${message.length} bytes found, wanted a header of 40`);
  }
  const header = message.subarray(0, headerLength);
  const remote = header.slice(0, 32);
  const number = bytesToUint(header.subarray(36, 40));
  const name = nameOf(remote, number);
  const known = ratchet.waiting.get(name);
  const [moved, key] = known === undefined ? reach(ratchet, remote, header, context) : [ratchet, known];
  const plaintext = openBody(key, concat(ratchet.associated, header), message.subarray(headerLength), context.policy);
  const waiting = new Map(moved.waiting);
  if (context.policy.forgets) waiting.delete(name);
  else waiting.set(name, key);
  return [{ ...moved, waiting }, plaintext];
}

/** Moves on to the message that `header` belongs to, keeping the keys of those that are skipped. */
function reach(
  ratchet: Ratchet,
  remote: Uint8Array,
  header: Uint8Array,
  context: Context,
): readonly [Ratchet, Uint8Array] {
  const previous = bytesToUint(header.subarray(32, 36));
  const number = bytesToUint(header.subarray(36, 40));
  if (ratchet.past.includes(toHex(remote))) throw opened(number);
  const isNew = ratchet.remote === undefined || !sameBytes(ratchet.remote, remote);
  const turned = isNew ? turn(skipTo(ratchet, previous), remote, context) : ratchet;
  const moved = skipTo(turned, number);
  const { receiving } = moved;
  if (receiving?.next !== number) throw opened(number);
  return [{ ...moved, receiving: following(receiving) }, messageKey(receiving)];
}

/** The other side has renewed its ratchet key, so does this one. */
function turn(ratchet: Ratchet, remote: Uint8Array, { policy, random }: Context): Ratchet {
  const [root, receiving] = advance(ratchet.root, diffieHellman(ratchet.own, remote));
  const before = ratchet.remote === undefined ? [] : [toHex(ratchet.remote)];
  const past = [...ratchet.past, ...before].slice(-rememberedKeys);
  const received = { ...ratchet, root, receiving, remote, past };
  if (!policy.renews && ratchet.sending !== undefined) return received;
  const own = generateKeyPair(random);
  const [next, sending] = advance(root, diffieHellman(own, remote));
  return { ...received, root: next, own, sending, previous: ratchet.sending?.next ?? 0 };
}

function skipTo(ratchet: Ratchet, number: number): Ratchet {
  const { remote } = ratchet;
  let chain = ratchet.receiving;
  if (chain === undefined || remote === undefined || chain.next >= number) return ratchet;
  if (number - chain.next > maximumSkipped) {
    throw new SignalError("malformed-message", `Open message ${number}: expected ${chain.next}, too many are missing`);
  }
  const waiting = new Map(ratchet.waiting);
  for (; chain.next < number; chain = following(chain)) waiting.set(nameOf(remote, chain.next), messageKey(chain));
  return { ...ratchet, receiving: chain, waiting: new Map([...waiting].slice(-maximumSkipped)) };
}

function opened(number: number): SignalError {
  return new SignalError("duplicate-message", `Open message ${number}: its key is gone, wanted one not opened before`);
}

function messageKey({ key }: Chain): Uint8Array {
  return createHmac("sha256", key).update(Uint8Array.of(1)).digest();
}

function following({ key, next }: Chain): Chain {
  return { key: createHmac("sha256", key).update(Uint8Array.of(2)).digest(), next: next + 1 };
}

function nameOf(remote: Uint8Array, number: number): string {
  return `${toHex(remote)} ${number}`;
}
