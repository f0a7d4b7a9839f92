import { createHash } from "node:crypto";
import { toBase64, toHex } from "../../core/bytes.js";
import type { Inspection, Json, OpenedEntry, SenderKeyFacts, TraceContent } from "../../harness/model/trace.js";
import type { Content, MediaContent } from "../../protocol/content/content.js";
import type { SignalMessage } from "../../signal/account.js";
import { SignalError } from "../../signal/errors.js";
import { inspectMessage } from "../../signal/inspect.js";
import { decodeDistribution, decodeSenderKeyMessage } from "../../signal/sender-keys/messages.js";

/** What a message shows without its keys; undefined if it cannot be parsed. */
export function traceInspection({ type, bytes }: SignalMessage): Inspection | undefined {
  try {
    const { firstByte, ratchetKey, counter, previousCounter, ciphertextLength, outer } = inspectMessage(type, bytes);
    const numbered = { counter, previousCounter, bodyBytes: ciphertextLength };
    const common = { kind: type, firstByte, ratchetKey: toHex(ratchetKey), ...numbered };
    if (outer === undefined) return common;
    const { baseKey, identityKey, ...numbers } = outer;
    return { ...common, ...numbers, baseKey: toHex(baseKey), identityKey: toHex(identityKey) };
  } catch (thrown) {
    if (thrown instanceof SignalError) return undefined;
    throw thrown;
  }
}

/** What a group message shows without its key. @throws SignalError as `decodeSenderKeyMessage`. */
export function traceShared(bytes: Uint8Array): NonNullable<OpenedEntry["shared"]> {
  const { id, iteration } = decodeSenderKeyMessage(bytes);
  return { id, iteration, firstByte: bytes[0] ?? 0 };
}

/** @throws SignalError as `decodeDistribution`. */
export function traceDistribution(bytes: Uint8Array): SenderKeyFacts {
  const { id, iteration } = decodeDistribution(bytes);
  return { id, iteration };
}

/** Content as JSON, bytes in base64. Leaves out the key of a file, because anyone could open the file with it. */
export function traceContent(content: Content): TraceContent {
  if (content.type === "media") return traceMedia(content);
  const { type, ...members } = content;
  return { ...(jsonOf(members) as { readonly [key: string]: Json }), type };
}

/** Digests in hexadecimal; equal digests of keys mean that a key was reused. */
function traceMedia({ mediaKey, fileSha256, fileEncSha256, thumbnail, ...members }: MediaContent): TraceContent {
  return {
    ...(jsonOf(members) as { readonly [key: string]: Json }),
    type: members.type,
    fileSha256: toHex(fileSha256),
    fileEncSha256: toHex(fileEncSha256),
    mediaKeySha256: toHex(createHash("sha256").update(mediaKey).digest()),
    ...(thumbnail !== undefined && { thumbnailBytes: thumbnail.length }),
  };
}

function jsonOf(value: unknown): Json {
  if (value instanceof Uint8Array) return toBase64(value);
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, jsonOf(member)]));
  }
  // Contents have no other values.
  return value as Json;
}
