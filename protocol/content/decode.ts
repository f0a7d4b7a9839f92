import { decodeMessage } from "../../proto/codec.js";
import { ProtoError } from "../../proto/errors.js";
import { content as schema } from "../../proto/gen/content.js";
import { fieldNumberOf } from "../../proto/wire.js";
import type { Content, MediaContent, MediaKind, MessageRef, ReplyTo } from "./content.js";
import { ContentError } from "./errors.js";

/**
 * Of the protobuf of one message, without padding. The published documents name no limit; this one is ours. The decoder
 * itself bounds nesting (100).
 */
export const maxContentBytes = 256 * 1024;

type Message = schema.Message.$Properties;

/** Fields that say something by themselves. */
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
/** Fields that go along with a content or with a wrapper: key distribution and context. */
export const companionNumbers: readonly number[] = [2, 35];
const knownNumbers: ReadonlySet<number> = new Set([...Object.values(contentFields), ...companionNumbers]);

/**
 * Reads the content protobuf of one message (padding already removed).
 *
 * @throws ContentError `content-too-large`; `content-malformed` (not protobuf, invalid UTF-8, foreign wire type);
 * `content-empty` and `content-ambiguous` (none or several contents); `content-missing-field` and `content-bad-field`
 * when a content lacks what makes it usable.
 */
export function decodeContent(bytes: Uint8Array): Content {
  const { message, unknown } = read(bytes);
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

function read(bytes: Uint8Array): { message: Message; unknown: number[] } {
  try {
    const message: Message = decodeMessage(schema.Message, bytes, maxContentBytes);
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
        // Writers that treat the empty string as a default leave it off the wire.
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

type MediaField = "imageMessage" | "videoMessage" | "audioMessage" | "documentMessage";

/** All descriptor fields of all kinds; a kind that has no such field reads as undefined. */
type Descriptor = schema.ImageMessage.$Properties &
  schema.VideoMessage.$Properties &
  schema.AudioMessage.$Properties &
  schema.DocumentMessage.$Properties;

/**
 * Reads the media descriptor in `field` of `message`, without the reply.
 *
 * @throws ContentError `content-missing-field`, or `content-bad-field` for keys and digests of other than 32 bytes.
 */
function decodeMedia(message: schema.Message.$Properties, field: MediaField): MediaContent {
  const found: Partial<Descriptor> = message[field] ?? {};
  const path = (name: string): string => `${field}.${name}`;
  return {
    type: "media",
    kind: kindOf(field, found.ptt === true),
    directPath: required(found.directPath || null, path("directPath")),
    mediaKey: requiredBytes(found.mediaKey, 32, path("mediaKey")),
    fileSha256: requiredBytes(found.fileSha256, 32, path("fileSha256")),
    fileEncSha256: requiredBytes(found.fileEncSha256, 32, path("fileEncSha256")),
    ...present({
      mimetype: found.mimetype || null,
      fileLength: found.fileLength,
      url: found.url || null,
      thumbnail: found.jpegThumbnail,
      caption: found.caption,
      fileName: found.fileName,
      seconds: found.seconds,
      width: found.width,
      height: found.height,
      mediaKeyTimestamp: found.mediaKeyTimestamp,
    }),
  };
}

function kindOf(field: MediaField, ptt: boolean): MediaKind {
  switch (field) {
    case "imageMessage":
      return "image";
    case "videoMessage":
      return "video";
    case "audioMessage":
      return ptt ? "voice" : "audio";
    case "documentMessage":
      return "document";
  }
}

/** `fields` without those that are null or undefined: the protobuf's absence turned into TypeScript's. */
function present<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  // Object.entries loses the relation between names and values; filtering keeps it.
  return Object.fromEntries(kept) as { [Name in keyof Fields]?: NonNullable<Fields[Name]> };
}

/** @throws ContentError `content-missing-field`, naming `path`. */
function required<Value>(value: Value | null | undefined, path: string): Value {
  if (value !== null && value !== undefined) return value;
  throw new ContentError("content-missing-field", `Decode content: found no ${path}, wanted one`, {
    field: { path, found: "nothing" },
  });
}

/** @throws ContentError `content-missing-field` or, for another length than `length`, `content-bad-field`. */
function requiredBytes(value: Uint8Array | null | undefined, length: number, path: string): Uint8Array {
  const bytes = required(value, path);
  if (bytes.length === length) return bytes;
  throw new ContentError(
    "content-bad-field",
    `Decode content: found ${bytes.length} bytes in ${path}, wanted ${length}`,
    { field: { path, found: `${bytes.length} bytes` } },
  );
}
