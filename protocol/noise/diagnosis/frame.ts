import type { Fit } from "../../../core/coded-error.js";
import { type Count, littleEndianNonce, open, reversedNonce } from "../aead.js";
import type { Transport } from "../cipher-state.js";
import { NoiseError } from "../errors.js";

/** A frame that did not authenticate, with the keys of the side that received it. */
export interface FailedFrame {
  readonly body: Uint8Array;
  readonly transport: Transport;
  readonly handshakeHash: Uint8Array;
}

/** How far a count may be off. */
const farthest = 64;
const prefixBytes = 3;

/** The known mistake with which a frame authenticates. */
export function diagnoseFrame({ body, transport, handshakeHash }: FailedFrame): Fit | undefined {
  const due = transport.receive.counter;
  const own = transport.receive.exportKey();
  const others = transport.send.exportKey();
  const opens = (count: Count, key = own, associated?: Uint8Array): boolean =>
    authenticates(key, count, associated, body);
  const frame = (mistake: string, sentence: string): Fit => ({
    mistake,
    sentence: `Your frame authenticates if ${sentence}`,
  });

  if (opens(littleEndianNonce(due))) {
    return frame(
      "frame-nonce-little-endian",
      `the nonce is little-endian, as for ChaChaPoly (AES-GCM takes eight zero bytes, then the count, here ${due}, with 32 bits, big-endian)`,
    );
  }
  if (opens(reversedNonce(due))) {
    return frame(
      "frame-nonce-little-endian",
      `the nonce is little-endian in its last four bytes (AES-GCM takes eight zero bytes, then the count, here ${due}, with 32 bits, big-endian)`,
    );
  }
  const counted = Array.from({ length: due + farthest }, (_, count) => count).find((count) => opens(count));
  if (counted !== undefined) return frame("frame-miscounted", countedWrongly(counted, due));
  if (opens(due, others) || opens(0, others)) {
    return frame(
      "transport-keys-swapped",
      "the two keys of Split are swapped (the client encrypts with the first and decrypts with the second)",
    );
  }
  if (opens(due, own, handshakeHash)) {
    return frame(
      "frame-associated-data",
      "the handshake hash is its associated data (frames after the handshake have none)",
    );
  }
  const prefix = Uint8Array.of(body.length >> 16, body.length >> 8, body.length);
  if (opens(due, own, prefix)) {
    return frame(
      "frame-associated-data",
      `the ${prefixBytes} bytes of its length are its associated data (frames after the handshake have none)`,
    );
  }
  return undefined;
}

function countedWrongly(counted: number, due: number): string {
  const rule = "each direction counts its frames from 0, by one";
  return counted < due
    ? `its count is ${counted} where ${due} is due (${rule}, and uses no count twice)`
    : `its count is ${counted} where ${due} is due (${rule}, also the first after the handshake)`;
}

function authenticates(key: Uint8Array, count: Count, associated: Uint8Array | undefined, body: Uint8Array): boolean {
  try {
    open(key, count, associated, body);
    return true;
  } catch (thrown) {
    if (thrown instanceof NoiseError) return false;
    throw thrown;
  }
}
