import { utf8 } from "../../core/bytes.js";
import { annotateStanza } from "../../protocol/stanza/annotate.js";
import { encodeNode } from "../../protocol/stanza/binary/encode.js";
import { samples } from "../../protocol/stanza/catalogue/samples/samples.js";
import { stanzaToJson } from "../../protocol/stanza/json.js";
import { node, type StanzaContent, type StanzaNode } from "../../protocol/stanza/node.js";
import { packPayload, unpackPayload } from "../../protocol/stanza/payload.js";
import { toXml } from "../../protocol/stanza/xml/write.js";
import { fromHex } from "../../core/bytes.js";
import type { VectorFile } from "./vector-file.js";

/** One conforming stanza or more for each entry of the catalogue, by direction and id. */
export function stanzaVectors(): VectorFile {
  return {
    name: "stanzas",
    about: "Conforming stanzas for every entry of the catalogue, in both forms.",
    cases: samples.map(([direction, entry, stanza]) => ({
      name: `${direction} ${entry}`,
      direction,
      entry,
      ...forms(stanza),
    })),
  };
}

const value = (text: string): StanzaNode => node("item", { value: text });
const content = (held: StanzaContent): StanzaNode => node("item", {}, held);

const addresses: Readonly<Record<string, StanzaNode>> = {
  "the server": node("iq", { to: "s.whatsapp.net" }),
  "user and server": value("4915550001111@s.whatsapp.net"),
  "user and server, lid": value("77000000000001@lid"),
  group: value("4915550001111-1760000000@g.us"),
  "device of a user": value("4915550001111:2@s.whatsapp.net"),
  "device of a lid user": value("77000000000001:2@lid"),
  interop: value("900-10853634039893@interop"),
  "interop with a device": value("900-10853634039893:2@interop"),
  Messenger: value("100000000000001:2@msgr"),
};

const texts: Readonly<Record<string, StanzaNode>> = {
  "word of one byte": value("text"),
  "word of two bytes": value("verified_name"),
  "packed digits, even": value("1760000000"),
  "packed digits, odd": value("12345"),
  "packed digits with dash and dot": value("2.25-1"),
  "packed hexadecimal": value("3EB0A1B2C3D4E5F60718"),
  "lower-case hexadecimal is raw text": value("3eb0"),
  "raw text": value("Hello"),
  "raw text beyond ASCII": value("Grüße 👋"),
  "bytes, short": content(Uint8Array.of(1, 2, 3)),
  "bytes, 256": content(new Uint8Array(256).fill(1)),
  "text as content is bytes to a reader": content(utf8("Hello")),
  "list of children": content([node("item"), node("item", { id: "1" })]),
  "no content": node("item"),
};

/** By why it is refused. */
const refused: Readonly<Record<string, string>> = {
  "bytes follow the stanza": "00f8011100",
  "the stanza is cut off": "00f80311",
  "unknown flag byte": "04f80111",
  "no list": "001111",
  "an empty list": "00f800",
  "a list of no elements is no node": "0000",
  "an attribute appears twice": "00f80511041204120f",
  "packed digits have no such character": "00f8031104ff01ce",
};

/** Everything that a codec has to tell apart. */
export function codecVectors(): VectorFile {
  const named = (table: Readonly<Record<string, StanzaNode>>) =>
    Object.entries(table).map(([name, stanza]) => ({ name, ...forms(stanza) }));
  const interop = value("900-10853634039893@interop");
  const short = encodeNode(interop, { interopJid: "short" });
  // Written down, because releases of zlib deflate differently.
  const compressed = fromHex("02789cfbc162cf11fac7819d420000f9990495");
  return {
    name: "codec",
    about: "Texts, addresses and lengths of the binary form, one at a time, and what a reader refuses.",
    cases: [
      ...named(addresses),
      {
        name: "interop, short form: read it, write the long one",
        readOnly: true,
        ...reading(Uint8Array.of(0, ...short)),
      },
      ...named(texts),
      { name: "compressed: compare what it inflates to", readOnly: true, ...reading(compressed) },
      ...Object.entries(refused).map(([name, hex]) => refusal(name, fromHex(hex))),
    ],
  };
}

function forms(stanza: StanzaNode): object {
  return { xml: toXml(stanza), json: stanzaToJson(stanza), payload: packPayload(stanza) };
}

function reading(payload: Uint8Array): object {
  const { node: stanza } = unpackPayload(payload);
  return { xml: toXml(stanza), json: stanzaToJson(stanza), payload };
}

function refusal(name: string, payload: Uint8Array): object {
  const problem = annotateStanza(payload).parts.at(-1)?.problem;
  return { name: `refused: ${name}`, payload, refused: true, at: problem?.at, reason: problem?.reason };
}
