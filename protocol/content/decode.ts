import { decodeMessage } from "../../proto/codec.js";
import { ProtoError } from "../../proto/errors.js";
import { content as schema } from "../../proto/gen/content.js";
import { fieldNumberOf } from "../../proto/wire.js";
import type { Content, MessageRef, ReplyTo } from "./content.js";
import { ContentError } from "./errors.js";
import { type ContentLimits, defaultContentLimits } from "./limits.js";
import { decodeMedia } from "./media.js";
import { present, required } from "./fields.js";

type Message = schema.Message.$Properties;

/** Fields that say something by themselves. The others (key distribution, context) only go along with one of these. */
const contentFields = {
  conversation: 1,
  imageMessage: 3,
  extendedTextMessage: 6,
  documentMessage: 7,
  audioMessage: 8,
  videoMessage: 9,
  protocolMessage: 12,
  deviceSentMessage: 31,
  reactionMessage: 46,
  editedMessage: 58,
} as const satisfies Partial<Record<keyof Message, number>>;

type ContentField = keyof typeof contentFields;

const contentFieldNames = Object.keys(contentFields) as ContentField[];
const companionNumbers = [2, 35];
const knownNumbers: ReadonlySet<number> = new Set([...Object.values(contentFields), ...companionNumbers]);

/**
 * Reads the content protobuf of one message (padding already taken off).
 *
 * @throws ContentError `content-too-large`; `content-malformed` (not protobuf, invalid UTF-8, foreign wire type);
 * `content-empty` and `content-ambiguous` (none or several contents); `content-missing-field` and `content-bad-field`
 * when a content lacks what makes it usable.
 */
export function decodeContent(bytes: Uint8Array, limits: ContentLimits = defaultContentLimits): Content {
  const { message, unknown } = read(bytes, limits);
  const found = contentFieldNames.filter((name) => message[name] != null);
  if (found.length > 1) {
    throw new ContentError("content-ambiguous", `Decode content: found ${found.join(" and ")}, wanted exactly one`);
  }
  const [name] = found;
  if (name !== undefined) return interpret(message, name);
  if (unknown.length > 0) return { type: "unknown", fields: unknown };
  throw new ContentError(
    "content-empty",
    `Decode content: found no content in ${bytes.length} bytes, wanted exactly one`,
  );
}

function read(bytes: Uint8Array, limits: ContentLimits): { message: Message; unknown: number[] } {
  try {
    const message: Message = decodeMessage(schema.Message, bytes, limits.maxBytes);
    const unknown = (message.$unknowns ?? []).map(fieldNumberOf);
    const misread = unknown.find((number) => knownNumbers.has(number));
    if (misread === undefined) return { message, unknown };
    throw new ContentError(
      "content-malformed",
      `Decode content: found field ${misread} with a foreign wire type, wanted its own`,
    );
  } catch (thrown) {
    if (!(thrown instanceof ProtoError)) throw thrown;
    const code = thrown.code === "proto-too-large" ? "content-too-large" : "content-malformed";
    throw new ContentError(code, `Decode content: ${thrown.message}`, { cause: thrown });
  }
}

function interpret(message: Message, name: ContentField): Content {
  switch (name) {
    case "conversation":
      return { type: "text", text: required(message.conversation, "conversation") };
    case "extendedTextMessage":
      return {
        type: "text",
        text: required(message.extendedTextMessage?.text, "extendedTextMessage.text"),
        ...present({ replyTo: replyTo(message.extendedTextMessage?.contextInfo) }),
      };
    case "reactionMessage":
      return {
        type: "reaction",
        target: messageRef(message.reactionMessage?.key, "reactionMessage.key"),
        // The empty string may be left off the wire by writers that treat it as a default.
        emoji: message.reactionMessage?.text ?? "",
        ...present({ sentAtMs: message.reactionMessage?.senderTimestampMs }),
      };
    case "protocolMessage":
      if ((message.protocolMessage?.type ?? 0) !== 0) return { type: "unknown", fields: [contentFields[name]] };
      return { type: "revoke", target: messageRef(message.protocolMessage?.key, "protocolMessage.key") };
    case "deviceSentMessage":
    case "editedMessage":
      return { type: "unknown", fields: [contentFields[name]] };
    default: {
      const reply = replyTo(message[name]?.contextInfo);
      return { ...decodeMedia(message, name), ...present({ replyTo: reply }) };
    }
  }
}

function messageRef(key: schema.MessageKey.$Properties | null | undefined, path: string): MessageRef {
  return {
    id: required(key?.id || null, `${path}.id`),
    fromMe: key?.fromMe ?? false,
    ...present({ chat: key?.remoteJid, participant: key?.participant }),
  };
}

function replyTo(context: schema.ContextInfo.$Properties | null | undefined): ReplyTo | undefined {
  if (!context?.stanzaId) return undefined;
  const quotedText = context.quotedMessage?.conversation ?? context.quotedMessage?.extendedTextMessage?.text;
  return { id: context.stanzaId, ...present({ participant: context.participant, quotedText }) };
}
