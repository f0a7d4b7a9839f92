import * as words from "baileys/lib/WABinary/constants.js";
import { decodeDecompressedBinaryNode } from "baileys/lib/WABinary/decode.js";
import { encodeBinaryNode } from "baileys/lib/WABinary/encode.js";
import { SaxesParser } from "saxes";
import { decodeNode as decodeBridge, encodeNode as encodeBridge } from "whatsapp-rust-bridge";
import { packPayload, unpackPayload } from "../dist/protocol/stanza/payload.js";
import { fromXml } from "../dist/protocol/stanza/xml/read.js";
import { toXml } from "../dist/protocol/stanza/xml/write.js";
import { ackOf, messageTo } from "./load/stanzas.js";
import { contest } from "./support/measure.js";

export const title = "Stanza codecs, a message of 160 sealed bytes, stanzas per second of processor time";
export const peer = "peer";
export const notes = [
  "The binary peer is whatsapp-rust-bridge (WebAssembly). Baileys is JavaScript and knows no interop address, so that the",
  "message to it goes to a telephone number. The JSON peer is JSON of the same tree with base64, the XML peer saxes with",
  "namespaces, without building a tree and without decoding the base64 of the message. An acknowledgement has none.",
];

const stanza = messageTo("900-12345678901234@interop", "3EB0C431C2E1A9D5F07B");
const binary = packPayload(stanza);
const toPhone = messageTo("4915550001111:3@s.whatsapp.net", "3EB0C431C2E1A9D5F07B");
const phoneBinary = packPayload(toPhone);
const forBaileys = Buffer.from(phoneBinary.subarray(1));
const forBridge = bridgeNode(stanza);
const bridged = encodeBridge(forBridge);
const xml = toXml(stanza);
const ackXml = toXml(ackOf({ attrs: { ...stanza.attrs, from: stanza.attrs.to } }));

export async function measure({ rounds }) {
  const [encode, encodePeer, encodeJson, decode, decodePeer, decodeJson, read, readPeer, ...others] = contest(
    [
      () => packPayload(stanza),
      () => encodeBridge(forBridge),
      () => jsonOf(stanza),
      () => unpackPayload(binary),
      () => touch(decodeBridge(bridged)),
      () => fromJson(json),
      () => fromXml(xml),
      () => saxes(xml),
      () => packPayload(toPhone),
      () => encodeBinaryNode(toPhone),
      () => unpackPayload(phoneBinary),
      () => decodeDecompressedBinaryNode(forBaileys, words),
      () => fromXml(ackXml),
      () => saxes(ackXml),
    ],
    { rounds, sliceMs: 300 },
  );
  const [encodePhone, encodeBaileys, decodePhone, decodeBaileys, readAck, readAckPeer] = others;
  return [
    { figure: "binary encode/s", ours: encode, peer: encodePeer, goal: ">= 5" },
    { figure: "binary encode/s, peer baileys", ours: encodePhone, peer: encodeBaileys, goal: ">= 5" },
    { figure: "binary encode/s, peer JSON", ours: encode, peer: encodeJson },
    { figure: "binary decode/s", ours: decode, peer: decodePeer, goal: ">= 1.2" },
    { figure: "binary decode/s, peer baileys", ours: decodePhone, peer: decodeBaileys, goal: ">= 1.2" },
    { figure: "binary decode/s, peer JSON", ours: decode, peer: decodeJson },
    { figure: "XML read/s", ours: read, peer: readPeer, goal: ">= 0.9" },
    { figure: "XML read/s, an acknowledgement", ours: readAck, peer: readAckPeer, goal: ">= 0.9" },
  ];
}

const json = jsonOf(stanza);

function jsonOf(tree) {
  return JSON.stringify(tree, (_, value) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value,
  );
}

function fromJson(text) {
  return JSON.parse(text, (_, value) =>
    typeof value?.base64 === "string" ? Buffer.from(value.base64, "base64") : value,
  );
}

function bridgeNode({ tag, attrs, content }) {
  return { tag, attrs, content: Array.isArray(content) ? content.map(bridgeNode) : content };
}

/** The peer may decode a part only when it is looked at. */
function touch({ tag, attrs, content }) {
  let seen = tag.length + Object.keys(attrs).length;
  for (const child of Array.isArray(content) ? content : []) seen += touch(child);
  return seen;
}

let parser;

function saxes(text) {
  parser ??= new SaxesParser({ xmlns: true, position: false });
  parser.write(text).close();
}
