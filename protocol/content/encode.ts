import { encodeMessage } from "../../proto/codec.js";
import { content as schema } from "../../proto/gen/content.js";
import type { Content, MediaContent, MessageRef, ReplyTo, TextContent } from "./content.js";
import { ContentError } from "./errors.js";

/**
 * The content protobuf of one message, not padded (see padding.ts). Text goes into `conversation` unless it is a reply.
 *
 * @throws ContentError `content-bad-field` for unknown content, which cannot be written.
 */
export function encodeContent(content: Content): Uint8Array {
  return encodeMessage(schema.Message, toMessage(content));
}

/** The same before it is encoded. */
export function toMessage(content: Content): schema.Message.$Properties {
  switch (content.type) {
    case "text":
      return text(content);
    case "reaction":
      return {
        reactionMessage: {
          key: messageKey(content.target),
          text: content.emoji,
          senderTimestampMs: content.sentAtMs ?? null,
        },
      };
    case "revoke":
      // 0 is REVOKE, written out because a reader may require the field.
      return { protocolMessage: { key: messageKey(content.target), type: 0 } };
    case "media":
      return media(content);
    case "unknown":
      throw new ContentError(
        "content-bad-field",
        `Encode content: found unknown fields ${content.fields.join(", ")}, wanted text, reaction, revoke or media`,
      );
  }
}

function text({ text: words, replyTo }: TextContent): schema.Message.$Properties {
  if (replyTo === undefined) return { conversation: words };
  return { extendedTextMessage: { text: words, contextInfo: contextInfo(replyTo) } };
}

function media(content: MediaContent): schema.Message.$Properties {
  const descriptor = {
    url: content.url ?? null,
    mimetype: content.mimetype ?? null,
    directPath: content.directPath,
    mediaKey: content.mediaKey,
    fileSha256: content.fileSha256,
    fileEncSha256: content.fileEncSha256,
    fileLength: content.fileLength ?? null,
    mediaKeyTimestamp: content.mediaKeyTimestamp ?? null,
    contextInfo: contextInfo(content.replyTo),
  };
  const shown = { caption: content.caption ?? null, jpegThumbnail: content.thumbnail ?? null };
  const seconds = content.seconds ?? null;
  const size = { width: content.width ?? null, height: content.height ?? null };
  switch (content.kind) {
    case "image":
      return { imageMessage: { ...descriptor, ...size, ...shown } };
    case "video":
      return { videoMessage: { ...descriptor, ...size, ...shown, seconds } };
    case "audio":
      return { audioMessage: { ...descriptor, seconds } };
    case "voice":
      return { audioMessage: { ...descriptor, seconds, ptt: true } };
    case "document":
      return { documentMessage: { ...descriptor, ...shown, fileName: content.fileName ?? null } };
  }
}

function messageKey(ref: MessageRef): schema.MessageKey.$Properties {
  return {
    id: ref.id,
    fromMe: ref.fromMe,
    remoteJid: ref.chat ?? null,
    participant: ref.participant ?? null,
  };
}

function contextInfo(replyTo: ReplyTo | undefined): schema.ContextInfo.$Properties | null {
  if (replyTo === undefined) return null;
  return {
    stanzaId: replyTo.id,
    participant: replyTo.participant ?? null,
    quotedMessage: replyTo.quotedText === undefined ? null : { conversation: replyTo.quotedText },
  };
}
