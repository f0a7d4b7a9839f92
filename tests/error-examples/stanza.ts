import { gzipSync } from "node:zlib";
import { concat, fromHex } from "../../core/bytes.js";
import { decodeNode } from "../../protocol/stanza/binary/decode.js";
import { encodeNode } from "../../protocol/stanza/binary/encode.js";
import type { StanzaErrorCode } from "../../protocol/stanza/errors.js";
import { stanzaLimits } from "../../protocol/stanza/limits.js";
import { node } from "../../protocol/stanza/node.js";
import { stanzaFromJson } from "../../protocol/stanza/json.js";
import { unpackPayload } from "../../protocol/stanza/payload.js";
import { fromXml } from "../../protocol/stanza/xml/read.js";
import { toXml } from "../../protocol/stanza/xml/write.js";
import { example, type Examples } from "./example.js";

const ping = encodeNode(node("iq", { id: "1" }));

export const stanza: Examples<StanzaErrorCode> = {
  truncated: example("The last byte of a stanza is missing", () => decodeNode(ping.subarray(0, -1))),
  "trailing-bytes": example("Two stanzas lie in one frame", () => decodeNode(concat(ping, ping))),
  "too-large": example("A stanza of 11 bytes meets a limit of 10", () =>
    fromXml('<iq id="1"/>', { limits: stanzaLimits({ maxBytes: 10 }) }),
  ),
  "too-deep": example("Three elements nest where two may", () =>
    fromXml("<a><b><c/></b></a>", { limits: stanzaLimits({ maxDepth: 2 }) }),
  ),
  "too-many-nodes": example("Three elements come where two may", () =>
    fromXml("<a><b/><b/></a>", { limits: stanzaLimits({ maxNodes: 2 }) }),
  ),
  "too-many-attributes": example("Two attributes come where one may", () =>
    fromXml('<a b="1" c="2"/>', { limits: stanzaLimits({ maxAttrs: 1 }) }),
  ),
  "bad-token": example("A list stands where the tag belongs", () => decodeNode(fromHex("f801f800"))),
  "bad-list": example("The first byte is no list", () => decodeNode(fromHex("fc026971"))),
  "bad-string": example("A tag is not UTF-8", () => decodeNode(fromHex("f801fc02c328"))),
  "bad-packed-string": example("A packed text has a half byte that means nothing", () =>
    decodeNode(fromHex("f802fc0161ff01c1")),
  ),
  "bad-jid": example("An address has an empty server", () => decodeNode(fromHex("f803fc0161fc0162fa00fc00"))),
  "duplicate-attribute": example("An attribute comes twice", () =>
    decodeNode(fromHex("f805fc0161fc0162fc0131fc0162fc0132")),
  ),
  "unknown-flag": example("The flag byte was left out", () => unpackPayload(ping)),
  "bad-compression": example("The rest is gzip, not zlib", () =>
    unpackPayload(concat(Uint8Array.of(2), gzipSync(ping))),
  ),
  "not-encodable": example("A node has no tag", () => encodeNode(node("", {}))),
  "xml-not-well-formed": example("An element is not closed", () => fromXml("<iq><ping></iq>")),
  "xml-forbidden-construct": example("A comment lies in a stanza", () => fromXml("<iq><!-- why --></iq>")),
  "xml-mixed-content": example("An element has text beside a child", () => fromXml("<body>Hello <b/></body>")),
  "xml-bad-base64": example("Bytes are given without padding", () => fromXml('<enc b64="1">AQI</enc>')),
  "json-malformed": example("Bytes are given in hexadecimal", () => stanzaFromJson({ tag: "enc", bytes: "0a1" })),
  "xml-not-representable": example("A text has a control character", () => toXml(node("a", {}, "\u0001"))),
};
