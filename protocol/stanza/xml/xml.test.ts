import { describe, expect, test } from "@jest/globals";
import { utf8 } from "../../../core/bytes.js";
import { stanzaLimits } from "../limits.js";
import { node } from "../node.js";
import { fromXml } from "./read.js";
import type { XmlOptions } from "./read.js";
import { toXml } from "./write.js";

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}
const readCode = (text: string | Uint8Array, options?: XmlOptions) => codeOf(() => fromXml(text, options));

describe("toXml", () => {
  test("writes one line, attributes in order, bytes as base64", () => {
    const tree = node("message", { to: "12-34@interop", id: "1" }, [
      node("enc", { v: "2" }, Uint8Array.of(1, 2)),
      node("meta"),
    ]);
    expect(toXml(tree)).toBe('<message to="12-34@interop" id="1"><enc v="2" b64="1">AQI=</enc><meta/></message>');
  });

  test("escapes what would come back changed", () => {
    expect(toXml(node("a", { b: "<&>\"'\t\n\r" }, "<&>\"'\t\n\r]]>"))).toBe(
      '<a b="&lt;&amp;&gt;&quot;&apos;&#9;&#10;&#13;">&lt;&amp;&gt;"\'\t\n&#13;]]&gt;</a>',
    );
  });

  test.each([
    ["a tag that is no name", node("a b")],
    ["an undeclared prefix", node("w:p")],
    ["an attribute that is no name", node("a", { "1": "x" })],
    ["a prefix declaration", node("a", { "xmlns:x": "urn:x" })],
    ["a reserved namespace", node("a", { xmlns: "http://www.w3.org/2000/xmlns/" })],
    ["the mark for bytes", node("a", { b64: "1" })],
    ["a control character", node("a", {}, "\u0001")],
    ["half a surrogate pair", node("a", { b: "\ud800" })],
  ])("refuses %s", (_, tree) => {
    expect(codeOf(() => toXml(tree))).toBe("xml-not-representable");
  });

  test("refuses what is too deep", () => {
    let chain = node("a");
    for (let depth = 0; depth < 2000; depth += 1) chain = node("a", {}, [chain]);
    expect(codeOf(() => toXml(chain))).toBe("too-deep");
  });
});

describe("fromXml", () => {
  test("ignores white space between elements and keeps it in text", () => {
    expect(fromXml("<a>\n <b> x </b>\n <c> </c></a>")).toEqual(
      node("a", {}, [node("b", {}, " x "), node("c", {}, " ")]),
    );
  });

  test("reads UTF-8 bytes, with or without a byte order mark", () => {
    expect(fromXml(utf8("\ufeff<a>é</a>"))).toEqual(node("a", {}, "é"));
    expect(readCode(Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e))).toBe("xml-not-well-formed");
  });

  test("keeps xmlns and drops prefix declarations", () => {
    expect(fromXml('<iq xmlns="w:p" xmlns:x="urn:x" x:y="1"/>')).toEqual(node("iq", { xmlns: "w:p", "x:y": "1" }));
  });

  test("knows the stream's namespace by any prefix, and nothing else by its name", () => {
    const uri = "http://etherx.jabber.org/streams";
    for (const text of ["<stream:error/>", `<s:error xmlns:s="${uri}"/>`, `<stream:error xmlns:stream="${uri}"/>`]) {
      expect(fromXml(text)).toEqual(node("stream:error"));
    }
    expect(readCode('<stream:error xmlns:stream="urn:x"/>')).toBe("xml-forbidden-construct");
  });

  test.each([
    ["<!DOCTYPE a><a/>", "xml-forbidden-construct"],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "xml-forbidden-construct"],
    ["<a><!-- --></a>", "xml-forbidden-construct"],
    // Not well-formed either, but the comment is met first.
    ["<a><!-- -- --></a>", "xml-forbidden-construct"],
    ["<a><?b c?></a>", "xml-forbidden-construct"],
    ['<?xml version="1.0" encoding="latin1"?><a/>', "xml-forbidden-construct"],
    ["<a>x<b/></a>", "xml-mixed-content"],
    ["<a><b/><![CDATA[x]]></a>", "xml-mixed-content"],
    ['<a b64="1">AQI</a>', "xml-bad-base64"],
    ['<a b64="1"> AQI=</a>', "xml-bad-base64"],
    ['<a b64="1">AQJ=</a>', "xml-bad-base64"],
    ['<a b64="1"><b/></a>', "xml-bad-base64"],
    ['<a b64="0">AQI=</a>', "xml-bad-base64"],
    ["<a>".repeat(100_000), "too-deep"],
    [`<a>${"<b/>".repeat(70_000)}</a>`, "too-many-nodes"],
    [`<a ${Array.from({ length: 65 }, (_, index) => `a${index}=''`).join(" ")}/>`, "too-many-attributes"],
  ])("refuses %.60s", (text, code) => {
    expect(readCode(text)).toBe(code);
  });

  test("reads the next stanza after a refused one", () => {
    expect(readCode("<a><b>")).toBe("xml-not-well-formed");
    expect(fromXml("<c/>")).toEqual(node("c"));
  });

  test("limits are the caller's", () => {
    expect(readCode("<a><b/></a>", { limits: stanzaLimits({ maxDepth: 1 }) })).toBe("too-deep");
    expect(readCode("<a><b/></a>", { limits: stanzaLimits({ maxNodes: 1 }) })).toBe("too-many-nodes");
    expect(readCode("<a b='1'/>", { limits: stanzaLimits({ maxAttrs: 0 }) })).toBe("too-many-attributes");
    expect(readCode("<a/>", { limits: stanzaLimits({ maxBytes: 3 }) })).toBe("too-large");
    expect(readCode("<é/>", { limits: stanzaLimits({ maxBytes: 4 }) })).toBe("too-large");
  });
});
