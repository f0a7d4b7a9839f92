import { concat, utf8 } from "../../core/bytes.js";
import { toXml } from "../../protocol/stanza/xml/write.js";
import { defineFault } from "./fault.js";
import { choice } from "./parameters.js";

/** Each keeps the start tag whole, so that a reader which forgives the rest would find the stanza in it. */
const spoilers = {
  unclosed: (xml: string) => utf8(xml.replace(/\/>$/, ">")),
  mismatched: (xml: string) => utf8(xml.replace(/\/>$/, "></other>")),
  "second-root": (xml: string) => utf8(xml + xml),
  "attribute-twice": (xml: string) => utf8(xml.replace(/\/>$/, ' type="get"/>')),
  "bare-ampersand": (xml: string) => utf8(xml.replace(/\/>$/, ' note="this & that"/>')),
  "unknown-reference": (xml: string) => utf8(xml.replace(/\/>$/, ' note="&this;"/>')),
  "not-utf-8": (xml: string) => concat(utf8(xml.replace(/\/>$/, ' note="')), Uint8Array.of(0xff, 0xfe), utf8('"/>')),
  "control-character": (xml: string) => utf8(xml.replace(/\/>$/, ' note="\u0001"/>')),
} as const;

type Form = keyof typeof spoilers;

export const textMalformed = defineFault({
  id: "text-malformed",
  sentence: "Sends a stanza as text that is not well-formed XML",
  hook: "stanza-plaintext",
  params: { form: choice(Object.keys(spoilers) as Form[], "unclosed") },
  fits: ({ node }) => node.content === undefined,
  effect: ({ node }, { form }) => ({ node, plaintext: spoilers[form](toXml(node)) }),
});
