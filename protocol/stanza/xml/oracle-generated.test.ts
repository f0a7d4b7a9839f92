import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { usualRuns } from "../../../tests/support/depth.js";
import { fromXml } from "./read.js";
import { acceptedByLibxml, ourVerdict, treeByLibxml } from "./testing/well-formed.js";

// The same judge as in oracle.test.ts, over documents that nobody thought of: put together from pieces of XML, and whole
// documents with a few characters changed, inserted or lost.

const pieces = fc.constantFrom(
  ..."<a>|</a>|<b/>|<a b='1'>|<a b=\"x\" c='&amp;'/>|<|>|/|=|'|\"|&|;|&lt;|&#65;|&#x41;|&#0;|]]>|<![CDATA[|<!--|-->|--".split(
    "|",
  ),
  ..."<?p|?>|<x:y xmlns:x='u'>|</x:y>|xmlns:x='u'| |\n|\t|é|🌍|text|<a xmlns='u'/>|<iq id='1' type='get'>|</iq>".split(
    "|",
  ),
);
const fromPieces = fc.array(pieces, { minLength: 1, maxLength: 12 }).map((list) => list.join(""));

const name = fc.stringMatching(/^[a-z_é][a-z0-9_.-]{0,5}$/);
const value = fc
  .stringMatching(/^[^<&'\u0000-\u001f\ufffe\uffff]{0,12}$/u)
  .filter((text) => !/\p{Surrogate}/u.test(text));
const attributes = fc.dictionary(name, value, { maxKeys: 3 }).map((given) =>
  Object.entries(given)
    .map(([key, text]) => ` ${key}='${text}'`)
    .join(""),
);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      attributes,
      fc.oneof(
        { maxDepth: 3 },
        value.map((text) => text.replaceAll(">", "")),
        fc.array(tie("element"), { maxLength: 3 }).map((list) => list.join("")),
      ),
    )
    .map(([tag, attrs, content]) => (content === "" ? `<${tag}${attrs}/>` : `<${tag}${attrs}>${content}</${tag}>`)),
}));
const change = fc.tuple(fc.nat(), fc.nat({ max: 2 }), fc.oneof(fc.constant(""), pieces, fc.string({ maxLength: 2 })));
const damaged = fc.tuple(element, fc.array(change, { maxLength: 2 })).map(([text, changes]) => {
  const characters = Array.from(text);
  for (const [at, removed, inserted] of changes) characters.splice(at % (characters.length + 1), removed, inserted);
  return characters.join("");
});

test("both find the same documents well-formed and read the same in them", () => {
  const count = { accepted: 0, "not well-formed": 0, forbidden: 0 };
  fc.assert(
    fc.property(fc.oneof(fromPieces, damaged), (text) => {
      const ours = ourVerdict(text);
      count[ours] += 1;
      // A reader that stops at what is forbidden has not seen the rest.
      if (ours === "forbidden") return;
      expect(acceptedByLibxml(text)).toBe(ours === "accepted");
      if (ours === "accepted") expect(fromXml(text)).toEqual(treeByLibxml(text));
    }),
    { numRuns: usualRuns, seed: 20260101 },
  );
  // Otherwise the comparison would say little about one of the answers.
  for (const share of Object.values(count)) expect(share).toBeGreaterThan(Math.floor(usualRuns / 101));
});
