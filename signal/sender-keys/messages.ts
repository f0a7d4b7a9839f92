import { concat } from "../../core/bytes.js";
import { decodeMessage, encodeMessage, type MessageReader } from "../../proto/codec.js";
import { ProtoError } from "../../proto/errors.js";
import { sender_key } from "../../proto/gen/sender-key.js";
import { SignalError } from "../errors.js";

/** What a member sends to the others so that they can read its messages to the group. Keys are 32 bytes. */
export interface SenderKeyDistribution {
  readonly id: number;
  readonly iteration: number;
  readonly chainKey: Uint8Array;
  readonly signingKey: Uint8Array;
}

export interface SenderKeyMessage {
  readonly id: number;
  readonly iteration: number;
  readonly ciphertext: Uint8Array;
  /** Everything that the signature covers. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

const versionByte = Uint8Array.of(0x33);
const keyType = Uint8Array.of(5);
const signatureLength = 64;
const maxBytes = 2 ** 20;

export function encodeDistribution({ id, iteration, chainKey, signingKey }: SenderKeyDistribution): Uint8Array {
  const fields = { id, iteration, chainKey, signingKey: concat(keyType, signingKey) };
  return concat(versionByte, encodeMessage(sender_key.SenderKeyDistribution, fields));
}

/** @throws SignalError `unsupported-version`, `malformed-message`. */
export function decodeDistribution(bytes: Uint8Array): SenderKeyDistribution {
  const { id, iteration, chainKey, signingKey } = read(sender_key.SenderKeyDistribution, bytes);
  if (chainKey?.length !== 32 || signingKey?.length !== 33 || signingKey[0] !== keyType[0]) {
    throw malformed("keys of other lengths", "32 bytes of chain key and 05 with 32 bytes of signing key");
  }
  return { id: id ?? 0, iteration: iteration ?? 0, chainKey: chainKey.slice(), signingKey: signingKey.slice(1) };
}

/** Without the signature, which follows as the last 64 bytes. */
export function encodeUnsigned(id: number, iteration: number, ciphertext: Uint8Array): Uint8Array {
  return concat(versionByte, encodeMessage(sender_key.SenderKeyMessage, { id, iteration, ciphertext }));
}

/** @throws SignalError `unsupported-version`, `malformed-message`. */
export function decodeSenderKeyMessage(bytes: Uint8Array): SenderKeyMessage {
  const end = bytes.length - signatureLength;
  if (end < 1) throw malformed(`${bytes.length} bytes`, `more than ${signatureLength}`);
  const signed = bytes.subarray(0, end);
  const { id, iteration, ciphertext } = read(sender_key.SenderKeyMessage, signed);
  if (!ciphertext) throw malformed("no ciphertext", "one");
  return { id: id ?? 0, iteration: iteration ?? 0, ciphertext, signed, signature: bytes.subarray(end) };
}

function read<Message>(codec: MessageReader<Message>, bytes: Uint8Array): Message {
  const version = (bytes[0] ?? 0) >> 4;
  if (version !== 3) {
    throw new SignalError("unsupported-version", `Read group message: found version ${version}, wanted 3`);
  }
  try {
    return decodeMessage(codec, bytes.subarray(1), maxBytes);
  } catch (thrown) {
    if (!(thrown instanceof ProtoError)) throw thrown;
    throw new SignalError("malformed-message", `Read group message: ${thrown.message}`, { cause: thrown });
  }
}

function malformed(found: string, wanted: string): SignalError {
  return new SignalError("malformed-message", `Read group message: found ${found}, wanted ${wanted}`);
}
