/**
 * Facts about the encoding of a stanza that its tree no longer shows. None is an error; a profile says which ones checks
 * look at.
 */
export const encodingNoteKinds = [
  /** An interop address that ends with its server name. */
  "interop-jid-long",
  /** An interop address without its server name, as WhatsApp Web writes it. */
  "interop-jid-short",
  /** `12-345@interop` sent as user and server: readers lose the integrator number (interop fact 48). */
  "interop-jid-as-pair",
  /** The server's address as an address without a user: the form that clients understand. */
  "server-as-jid",
  /** The server's address as a plain text: clients do not recognise it (wire section 2). */
  "server-as-text",
  /** Another address written out as text where an address form exists. */
  "jid-as-text",
  /** A device address that names device 0. */
  "device-zero",
  /** A device address whose domain type is none of 0, 1, 128, 129. */
  "unknown-domain-type",
  /** A Messenger address on another server than `msgr`. */
  "fb-jid-server",
  /** A dictionary word spelt out. */
  "word-as-text",
  /** Packed hexadecimal where packed digits would do, or a wrong filler in the last half byte. */
  "packed-not-canonical",
  /** More characters packed than the 127 that writers pack. */
  "packed-too-long",
  /** A list or byte length in a wider form than needed. */
  "length-not-shortest",
  /** An empty list as content, read as no content. */
  "empty-list",
  /** An empty list where a text belongs, read as the empty text. */
  "empty-text-as-list",
] as const;

export type EncodingNoteKind = (typeof encodingNoteKinds)[number];

export interface EncodingNote {
  readonly kind: EncodingNoteKind;
  /**
   * Tags from the root, then `@name` when the fact concerns an attribute: `message/enc@type`. Of each name the first 40
   * characters.
   */
  readonly path: string;
}
