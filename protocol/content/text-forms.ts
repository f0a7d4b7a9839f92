import { decodeMessage, encodeMessage } from "../../proto/codec.js";
import { content as schema } from "../../proto/gen/content.js";
import { maxContentBytes } from "./decode.js";

/** How a text is written: ordinary clients use `conversation` for plain ones, and the extended form for all others. */
export interface TextForm {
  readonly form: "conversation" | "extended" | "none";
  /** An extended text has context, which may be empty. */
  readonly hasContext: boolean;
  /** `empty`: the context has a quoted message without a text. */
  readonly quote: "none" | "empty" | "text";
}

/** @throws ProtoError when the bytes are not protobuf. */
export function textFormOf(bytes: Uint8Array): TextForm {
  const message: schema.Message.$Properties = decodeMessage(schema.Message, bytes, maxContentBytes);
  const { conversation, extendedTextMessage: extended } = message;
  const context = extended?.contextInfo;
  const quoted = context?.quotedMessage;
  const form = extended != null ? "extended" : conversation != null ? "conversation" : "none";
  const quotesText = quoted?.conversation != null || quoted?.extendedTextMessage != null;
  return { form, hasContext: context != null, quote: quoted == null ? "none" : quotesText ? "text" : "empty" };
}

/** Forms in which ordinary clients write a text or a reply that is not plain. */
export const textForms = ["bare", "empty-context", "link-preview"] as const;
export const quoteForms = ["empty", "other-text"] as const;

/** The same text in another form. Content that is not a plain text stays as it is. */
export function inTextForm(bytes: Uint8Array, form: (typeof textForms)[number]): Uint8Array {
  const { conversation: text } = decodeMessage(schema.Message, bytes, maxContentBytes);
  if (text == null) return bytes;
  const preview = {
    matchedText: "https://example.org/a_b",
    title: "A title",
    description: "What the page is about",
    jpegThumbnail: Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
  };
  return encodeMessage(schema.Message, {
    extendedTextMessage: {
      text,
      ...(form === "link-preview" && preview),
      ...(form === "empty-context" && { contextInfo: {} }),
    },
  });
}

/** The same reply with another quote. Content that is not a reply in a text stays as it is. */
export function withQuote(bytes: Uint8Array, form: (typeof quoteForms)[number]): Uint8Array {
  const { extendedTextMessage: extended } = decodeMessage(schema.Message, bytes, maxContentBytes);
  if (extended?.contextInfo == null) return bytes;
  const quotedMessage = form === "empty" ? {} : { conversation: "Not what was written." };
  return encodeMessage(schema.Message, {
    extendedTextMessage: { ...extended, contextInfo: { ...extended.contextInfo, quotedMessage } },
  });
}
