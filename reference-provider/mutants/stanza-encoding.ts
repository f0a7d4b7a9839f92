import { decodeNode } from "../../protocol/stanza/binary/decode.js";
import type { EncodingNoteKind } from "../../protocol/stanza/binary/notes.js";
import { StanzaError } from "../../protocol/stanza/errors.js";
import { doubleByteWords } from "../../protocol/stanza/gen/dictionary.js";
import { defaultStanzaLimits } from "../../protocol/stanza/limits.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import { packPayload, unpackPayload } from "../../protocol/stanza/payload.js";
import { fromXml } from "../../protocol/stanza/xml/read.js";
import { toXml } from "../../protocol/stanza/xml/write.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

/** Reads stanzas, but rejects one form of writing them. */
function refuses(kind: EncodingNoteKind): Overrides {
  return {
    channel: {
      unpack(payload) {
        const { node: stanza, notes } = unpackPayload(payload);
        if (!notes.some((note) => note.kind === kind)) return stanza;
        throw new StanzaError("bad-token", `Read a stanza: found the form ${kind}, wanted the usual one`);
      },
    },
  };
}

/** Words with letters, because the server's own short ids are numbers. */
const lastPage = doubleByteWords.at(-1)?.filter((word) => /^[a-z_]{4,}$/.test(word)) ?? [];

/** The same stanza, but where its id is a word of the last page, with the word after it. */
function withShiftedId(stanza: StanzaNode): StanzaNode {
  const at = lastPage.indexOf(stanza.attrs["id"] ?? "");
  return at < 0
    ? stanza
    : node(stanza.tag, { ...stanza.attrs, id: lastPage[(at + 1) % lastPage.length] ?? "" }, stanza.content);
}

/** Enough for a ping; a parser reads everything else. */
const ping = /<iq( [^>]*xmlns="urn:xmpp:ping"[^>]*)>/;

/** A character that no stanza contains. */
const mark = "\u2021";

function urlSafe(text: string): string {
  return Buffer.from(text, "base64").toString("base64url");
}

export default mutants({
  "drops-last-packed-digit": {
    sentence: "Loses the last character of longer packed texts of odd length",
    overrides: {
      channel: {
        unpack(payload) {
          const { node: stanza } = unpackPayload(payload);
          const { id = "" } = stanza.attrs;
          // The length of the server's own short ids depends on how many stanzas came before, so these stay whole.
          const cut = /^[-.\d]{5,}$/.test(id) && id.length % 2 === 1;
          return cut ? { ...stanza, attrs: { ...stanza.attrs, id: id.slice(0, -1) } } : stanza;
        },
      },
    },
  },
  "expands-entities": {
    sentence: "Accepts a document type and expands its entities",
    overrides: {
      channel: {
        readText(payload) {
          const text = Buffer.from(payload).toString("utf8");
          const [type = ""] = /^<!DOCTYPE [^[>]*(\[[^\]]*\])?>/.exec(text) ?? [];
          const entities = [...type.matchAll(/<!ENTITY (\w+) "([^"]*)">/g)];
          // A document of many entities could grow without bound and end the test run, so the parser refuses it.
          if (entities.length !== 1) return fromXml(payload);
          const [, name = "", value = ""] = entities[0] ?? [];
          return fromXml(text.slice(type.length).replaceAll(`&${name};`, value));
        },
      },
    },
  },
  "ignores-compression-flag": {
    sentence: "Reads compressed stanzas as if they were uncompressed",
    overrides: { channel: { unpack: (payload) => decodeNode(payload.subarray(1)).node } },
  },
  "ignores-references": {
    sentence: "Does not resolve references in attributes",
    overrides: {
      channel: {
        readText(payload) {
          const marked = Buffer.from(payload).toString("utf8").replaceAll("&", mark);
          const { tag, attrs, content } = fromXml(marked);
          const unmarked = Object.entries(attrs).map(([name, value]) => [name, value.replaceAll(mark, "&")]);
          return node(tag, Object.fromEntries(unmarked) as Record<string, string>, content);
        },
      },
    },
  },
  "inflates-small-stanzas-only": {
    sentence: "Does not read compressed stanzas that inflate to more than 64 KiB",
    overrides: {
      channel: {
        unpack: (payload) => unpackPayload(payload, { limits: { ...defaultStanzaLimits, maxInflated: 65_536 } }).node,
      },
    },
  },
  "misreads-dictionary-page": {
    sentence: "Has another word list than the server on the last page of the dictionary, and misreads ids from there",
    overrides: { channel: { unpack: (payload) => withShiftedId(unpackPayload(payload).node) } },
  },
  "miswrites-dictionary-page": {
    sentence:
      "Has another word list than the server on the last page of the dictionary, and writes other ids than it means",
    overrides: { channel: { pack: (stanza) => packPayload(withShiftedId(stanza)) } },
  },
  "reads-text-by-pattern": {
    sentence: "Finds stanzas with regular expressions instead of an XML parser",
    overrides: {
      channel: {
        readText(payload) {
          const text = Buffer.from(payload).toString("utf8");
          const attributes = ping.exec(text)?.[1];
          if (attributes === undefined) return /urn:xmpp:ping/.test(text) ? node("unread") : fromXml(payload);
          const found = [...attributes.matchAll(/ (\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]);
          return node("iq", Object.fromEntries(found) as Record<string, string>);
        },
      },
    },
  },
  "refuses-long-interop-jid": {
    sentence: "Rejects interop addresses with the name of their server",
    overrides: refuses("interop-jid-long"),
  },
  "refuses-short-interop-jid": {
    sentence: "Rejects interop addresses without the name of their server",
    overrides: refuses("interop-jid-short"),
  },
  "refuses-spelled-words": {
    sentence: "Rejects spelt-out words that are in the dictionary",
    overrides: refuses("word-as-text"),
  },
  "refuses-wide-lengths": {
    sentence: "Rejects lengths that are written with more bytes than necessary",
    overrides: refuses("length-not-shortest"),
  },
  "writes-url-base64": {
    sentence: "Writes bytes in the textual form as URL-safe base64 without padding",
    overrides: {
      channel: {
        writeText: (stanza) =>
          toXml(stanza).replaceAll(
            /( b64="1"[^>]*>)([^<]+)/g,
            (_, before: string, text: string) => before + urlSafe(text),
          ),
      },
    },
  },
});
