import { decodeMessage, encodeMessage } from "../../proto/codec.js";
import { ProtoError } from "../../proto/errors.js";
import { content as schema } from "../../proto/gen/content.js";
import { type WireField, wireFields } from "../../proto/wire.js";
import type { Content } from "./content.js";
import { companionNumbers, decodeContent, maxContentBytes } from "./decode.js";
import { toMessage } from "./encode.js";
import { ContentError } from "./errors.js";

/** Key material for a group that goes along with a message, or alone. */
export interface SenderKeyNotice {
  readonly group: string;
  /** A sender key distribution of signal/sender-keys. */
  readonly distribution: Uint8Array;
}

/** What a message of the ordinary client may carry around its content. */
export interface Envelope {
  /** Absent when only key material was sent. */
  readonly content?: Content;
  /** Only in the copy for the sender's own devices: to whom the message went. */
  readonly sentTo?: string;
  readonly senderKey?: SenderKeyNotice;
}

/** The protobuf of one message, not padded. @throws ContentError `content-bad-field` for content that is unknown. */
export function encodeEnvelope({ content, sentTo, senderKey }: Envelope): Uint8Array {
  const said: schema.Message.$Properties = content === undefined ? {} : toMessage(content);
  const message: schema.Message.$Properties = {
    ...said,
    senderKeyDistributionMessage: senderKey
      ? { groupId: senderKey.group, axolotlSenderKeyDistributionMessage: senderKey.distribution }
      : null,
  };
  const outer = sentTo === undefined ? message : { deviceSentMessage: { destinationJid: sentTo, message } };
  return encodeMessage(schema.Message, outer);
}

/**
 * Reads the protobuf of one message (padding already removed).
 *
 * @throws ContentError as `decodeContent`.
 */
export function decodeEnvelope(bytes: Uint8Array): Envelope {
  const outer = read(bytes);
  const copy = outer.deviceSentMessage;
  if (copy?.message) {
    const inner = decodeEnvelope(encodeMessage(schema.Message, copy.message));
    return { ...inner, sentTo: copy.destinationJid ?? "" };
  }
  const notice = outer.senderKeyDistributionMessage;
  if (!notice?.groupId || !notice.axolotlSenderKeyDistributionMessage) return { content: decodeContent(bytes) };
  const senderKey = { group: notice.groupId, distribution: notice.axolotlSenderKeyDistributionMessage };
  const content = contentBeside(bytes);
  return content === undefined ? { senderKey } : { content, senderKey };
}

/** Key material usually comes alone, which is no content and no error. */
function contentBeside(bytes: Uint8Array): Content | undefined {
  try {
    return decodeContent(bytes);
  } catch (thrown) {
    if (thrown instanceof ContentError && thrown.code === "content-empty") return undefined;
    throw thrown;
  }
}

function read(bytes: Uint8Array): schema.Message.$Properties {
  try {
    return decodeMessage(schema.Message, bytes, maxContentBytes);
  } catch (thrown) {
    if (!(thrown instanceof ProtoError)) throw thrown;
    const code = thrown.code === "proto-too-large" ? "content-too-large" : "content-malformed";
    throw new ContentError(code, `Decode envelope: ${thrown.message}`, { cause: thrown });
  }
}

/** Fields of a message that hold another whole message in their field 1, in the open clients' schema. */
const wrapperFields: ReadonlySet<number> = new Set([37, 40, 53, 55, 59]);
const wrappedField = 1;

/** Ordinary clients nest two wrappers at most. */
const maximumDepth = 4;

/**
 * The message inside its wrappers (disappearing, view once, document with caption). Ordinary clients wrap what older ones
 * may not understand. Bytes that are not wrapped, or are no message, come back as they are.
 */
export function unwrapContent(bytes: Uint8Array): Uint8Array {
  let inner = bytes;
  for (let depth = 0; depth < maximumDepth; depth++) {
    const next = wrappedIn(inner);
    if (next === undefined) break;
    inner = next;
  }
  return inner;
}

function wrappedIn(bytes: Uint8Array): Uint8Array | undefined {
  const [wrapper, ...others] = fieldsOf(bytes).filter(({ number }) => !companionNumbers.includes(number));
  if (wrapper?.bytes === undefined || others.length > 0 || !wrapperFields.has(wrapper.number)) return undefined;
  return fieldsOf(wrapper.bytes).find(({ number }) => number === wrappedField)?.bytes;
}

function fieldsOf(bytes: Uint8Array): readonly WireField[] {
  try {
    return wireFields(bytes, { maxBytes: maxContentBytes, maxFields: 64 });
  } catch (thrown) {
    if (thrown instanceof ProtoError) return [];
    throw thrown;
  }
}
