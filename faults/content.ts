import { concat } from "../core/bytes.js";
import type { Random } from "../core/random.js";
import { encodeEnvelope } from "../protocol/content/envelope.js";
import { inTextForm, quoteForms, textForms, withQuote } from "../protocol/content/text-forms.js";
import { createSenderKeys } from "../signal/sender-keys/sender-keys.js";
import { fault, faultTable } from "./fault.js";
import { choice, integer } from "./parameters.js";

/** Field 1 with a length of 127 bytes, and no byte after it. */
const truncated = Uint8Array.of(0x0a, 0x7f);
/** Field 2047, length-delimited, three bytes. Clients have no such content yet and may have it one day. */
const unknownContent = Uint8Array.of(0xfa, 0x7f, 3, 1, 2, 3);

/** Fields 2043 to 2045: a number, eight bytes, and four bytes; after them the content that clients have not yet. */
const unknownFields = concat(
  unknownContent,
  Uint8Array.of(0xd8, 0x7f, 0x96, 0x01),
  Uint8Array.of(0xe1, 0x7f, 1, 2, 3, 4, 5, 6, 7, 8),
  Uint8Array.of(0xed, 0x7f, 1, 2, 3, 4),
);

/** What a simulated user can do wrong with the plaintext of a message, before it encrypts. */
export const contentFaults = faultTable({
  "padding-length": fault({
    sentence: "Pads a message with the given number of bytes",
    hook: "plaintext",
    params: { length: integer(1, 16) },
    effect: (plain, { length }) => ({ ...plain, padding: new Uint8Array(length).fill(length) }),
  }),
  "padding-inconsistent": fault({
    sentence: "Pads a message with bytes that are not all equal",
    hook: "plaintext",
    effect: (plain) => ({ ...plain, padding: Uint8Array.of(1, 4, 4, 4) }),
  }),
  "plaintext-empty": fault({
    sentence: "Encrypts zero bytes: no content and no padding",
    hook: "plaintext",
    effect: () => ({ content: new Uint8Array(0), padding: new Uint8Array(0) }),
  }),
  "content-malformed": fault({
    sentence: "Encrypts bytes that are not a protobuf message",
    hook: "plaintext",
    effect: (plain) => ({ ...plain, content: truncated }),
  }),
  "content-unknown": fault({
    sentence: "Encrypts a valid protobuf message that contains only an unknown type of content",
    hook: "plaintext",
    effect: (plain) => ({ ...plain, content: unknownContent }),
  }),
  "text-extended": fault({
    sentence:
      "Encrypts a plain text in its extended form: alone, with an empty context, or with what a link preview adds",
    hook: "plaintext",
    params: { form: choice(textForms) },
    effect: (plain, { form }) => ({ ...plain, content: inTextForm(plain.content, form) }),
  }),
  "reply-quote": fault({
    sentence: "Encrypts a reply whose quote is empty, or is not what was written",
    hook: "plaintext",
    params: { form: choice(quoteForms) },
    effect: (plain, { form }) => ({ ...plain, content: withQuote(plain.content, form) }),
  }),
  "content-extended": fault({
    sentence: "Adds unknown protobuf fields of every wire type to the content of a message",
    hook: "plaintext",
    effect: (plain) => ({ ...plain, content: concat(plain.content, unknownFields) }),
  }),
  "sender-key-added": fault({
    sentence: "Adds a sender key for a group to the content of a message, or sends that key alone",
    hook: "plaintext",
    params: { content: choice(["kept", "dropped"], "kept") },
    effect: (plain, { content }, random) => ({
      ...plain,
      content: concat(content === "kept" ? plain.content : new Uint8Array(0), senderKeyAlone(random)),
    }),
  }),
  "content-wrapped": fault({
    sentence:
      "Encrypts the content inside a wrapper, as ordinary clients do with content that older clients may not know",
    hook: "plaintext",
    params: { field: integer(1, 255, 40) },
    effect: (plain, { field }) => ({ ...plain, content: lengthDelimited(field, lengthDelimited(1, plain.content)) }),
  }),
});

/** Members of a message may follow in any order, so this can stand behind other content. */
function senderKeyAlone(random: Random): Uint8Array {
  const group = "120363000000000000@g.us";
  return encodeEnvelope({ senderKey: { group, distribution: createSenderKeys(random).distribution(group) } });
}

function lengthDelimited(field: number, bytes: Uint8Array): Uint8Array {
  return concat(varint(field * 8 + 2), varint(bytes.length), bytes);
}

function varint(value: number): Uint8Array {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 0x80)) {
    if (rest < 0x80) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest % 0x80) + 0x80);
  }
}
