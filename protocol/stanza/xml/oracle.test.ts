import { describe, expect, test } from "@jest/globals";
import { acceptedByLibxml, ourVerdict } from "./testing/well-formed.js";

const wellFormed = [
  ..."<a/>|<a></a>|<a b='1'/>|<a b=\"'\"/>|<a>&amp;&lt;&gt;&quot;&apos;</a>|<a>&#65;&#x1F30D;</a>|<a>é🌍</a>".split(
    "|",
  ),
  ..."<a><b/><c/></a>|<a>\n  <b/>\n</a>|<a\n b = '1'\t/>|<a><![CDATA[<&]]></a>|<a xmlns='urn:x'/>".split("|"),
  ..."<x:a xmlns:x='urn:x'/>|<a x:b='1' b='2' xmlns:x='urn:x'/>|<a xml:lang='en'/>|<a.b-c_d/>|<_a/>|<é/>".split("|"),
  ..."<?xml version='1.0'?><a/>|<?xml version='1.0' encoding='UTF-8'?><a/>|<a/>\n|\n<a/>|<a>]]</a>|<a b='>'/>".split(
    "|",
  ),
  ..."<!-- c --><a/>|<a><?p d?></a>|<!DOCTYPE a><a/>|<a>text<b/></a>|<a>&#9;&#10;&#13;</a>|<constructor/>".split("|"),
  ..."<__proto__ __proto__='1'/>|<a xmlns=''/>|<a b=''/>|<a>\t</a>".split("|"),
];

const notWellFormed = [
  ..."|x|<a>|</a>|<a></b>|<a/><b/>|<a/>x|x<a/>|<a b/>|<a b=1/>|<a b='1' b='2'/>|<a b='<'/>|<a b='&'/>|<a>&</a>".split(
    "|",
  ),
  ..."<a>&undefined;</a>|<a>&#0;</a>|<a>&#xD800;</a>|<a>&#x110000;</a>|<a>&#xFFFE;</a>|<a>]]></a>|<a>\u0001</a>".split(
    "|",
  ),
  ..."<a>\u0000</a>|<a>\ufffe</a>|<1/>|<-a/>|< a/>|<a b='1'c='2'/>|<x:a/>|<a x:b='1'/>|<a:b:c xmlns:a='u'/>".split("|"),
  ..."<a xmlns:x=''/>|<a xmlns:xml='urn:x'/>|<a xmlns:xmlns='urn:x'/>|<a><![CDATA[</a>".split("|"),
  ..."<?xml version='1.0'?><?xml version='1.0'?><a/>| <?xml version='1.0'?><a/>|<a><?xml p?></a>|<a b='1'".split("|"),
  ..."<a x:b='1' y:b='2' xmlns:x='u' xmlns:y='u'/>|<a>&#;</a>|<a>&#x;</a>|<a/ >|<:a/>|<a:/>".split("|"),
  "<a>\ud800</a>",
];

describe("well-formed for both", () => {
  test.each(wellFormed)("%j", (text) => {
    expect([acceptedByLibxml(text), ourVerdict(text) !== "not well-formed"]).toEqual([true, true]);
  });
});

describe("well-formed for neither", () => {
  test.each(notWellFormed)("%j", (text) => {
    expect([acceptedByLibxml(text), ourVerdict(text) !== "not well-formed"]).toEqual([false, false]);
  });
});

test("the tables are not small", () => {
  expect(wellFormed.length + notWellFormed.length).toBeGreaterThan(75);
});
