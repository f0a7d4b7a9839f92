import type { Annotated } from "../../core/annotation.js";
import { utf8 } from "../../core/bytes.js";
import { annotateMessage } from "../../proto/annotate.js";
import { encodeMessageJson } from "../../proto/encode-json.js";
import { annotateContent } from "../../protocol/content/annotate.js";
import { pad } from "../../protocol/content/padding.js";
import { annotateEnlistment, encodeEnlistmentJson } from "../../protocol/enlistment/annotate.js";
import { annotateStanza } from "../../protocol/stanza/annotate.js";
import { encodeNode } from "../../protocol/stanza/binary/encode.js";
import { stanzaFromJson, stanzaToJson } from "../../protocol/stanza/json.js";
import { packPayload } from "../../protocol/stanza/payload.js";
import { fromXml } from "../../protocol/stanza/xml/read.js";
import { toXml } from "../../protocol/stanza/xml/write.js";
import { annotateToken } from "../../protocol/token/annotate.js";
import { encodeTokenJson } from "../../protocol/token/encode-json.js";
import { annotateSignalMessage, encodeSignalMessageJson, type EncType } from "../../signal/annotate.js";
import type { KindName } from "./names.js";

/** What the options of `interop decode` and `interop encode` say about the bytes. */
export interface CodecOptions {
  readonly padded?: true;
  readonly pad?: number;
  readonly bare?: true;
  readonly compress?: true;
  readonly interopJid?: "long" | "short";
}

/** A run of bytes or characters with what each means. */
export interface DecodedPart extends Annotated {
  readonly title: string;
  readonly bytes: Uint8Array;
}

export interface Decoded {
  readonly parts: readonly DecodedPart[];
  /** Absent when there is a problem. */
  readonly json?: unknown;
  /** Stanzas only. */
  readonly xml?: string;
}

export interface Kind {
  decode(input: Uint8Array, options: CodecOptions): Decoded;
  /** @param source The JSON that `decode` gives; of a stanza also its XML, as a text. */
  encode(source: unknown, options: CodecOptions): Uint8Array;
}

export const kinds: Readonly<Record<KindName, Kind>> = {
  stanza: { decode: decodeStanza, encode: encodeStanza },
  content: {
    decode: (bytes, { padded }) => one(bytes, annotateContent(bytes, padded === true)),
    encode(json, { pad: length }) {
      const bytes = encodeMessageJson(json, "content.Message");
      return length === undefined ? bytes : pad(bytes, length);
    },
  },
  token: {
    decode: (input) => one(input, annotateToken(textOf(input))),
    encode: (json) => utf8(encodeTokenJson(json)),
  },
  enlistment: {
    decode: (input) => one(input, annotateEnlistment(textOf(input))),
    encode: (json) => utf8(encodeEnlistmentJson(json)),
  },
  pkmsg: signal("pkmsg"),
  msg: signal("msg"),
  skmsg: signal("skmsg"),
  handshake: protobuf("handshake.HandshakeMessage"),
  "client-payload": protobuf("client_payload.ClientPayload"),
  certificates: protobuf("certificate.CertChain"),
};

function decodeStanza(bytes: Uint8Array): Decoded {
  const { parts, node } = annotateStanza(bytes);
  return node === undefined ? { parts } : { parts, json: stanzaToJson(node), xml: toXml(node) };
}

function encodeStanza(source: unknown, { bare, compress, interopJid = "long" }: CodecOptions): Uint8Array {
  const node = typeof source === "string" ? fromXml(source) : stanzaFromJson(source);
  if (bare === true) return encodeNode(node, { interopJid });
  return packPayload(node, { interopJid, ...(compress === true && { compress }) });
}

function signal(type: EncType): Kind {
  return {
    decode: (bytes) => one(bytes, annotateSignalMessage(type, bytes)),
    encode: (json) => encodeSignalMessageJson(type, json),
  };
}

function protobuf(message: string): Kind {
  return {
    decode: (bytes) => one(bytes, annotateMessage(bytes, message)),
    encode: (json) => encodeMessageJson(json, message),
  };
}

function one(bytes: Uint8Array, { json, ...annotated }: Annotated & { readonly json?: unknown }): Decoded {
  return { parts: [{ title: "input", bytes, ...annotated }], ...(annotated.problem === undefined && { json }) };
}

function textOf(input: Uint8Array): string {
  return Buffer.from(input).toString("latin1");
}
