import type { Expect } from "../../harness/model/expect.js";
import type { Profile } from "../../profiles/profile.js";
import type { TraceEntry } from "./index.js";

/** A text that software has changed on its way, in public bug reports (suites/field-reports.yaml). */
export interface OddText {
  /** Findings name the text that differs. */
  readonly name: string;
  readonly text: string;
  /** `subtle`: readable without it, such as blanks at edges, Unicode form, invisible marks. `long`: up to the limit. */
  readonly kind?: "subtle" | "long";
}

/** Each is a text of its own, so that a finding names what was changed. The last is plain. */
export const oddTexts: readonly OddText[] = [
  { name: "markup", text: `<b>bold</b> a<b && c>d "double" 'single' &amp; &lt;br/&gt; <script>1</script>` },
  { name: "Markdown", text: "# No heading *bold* _under_ ~strike~ `code` https://example.org/a_b_(c)?d=*e*&f=[g]" },
  { name: "line breaks", text: "One line\nthe next\n\nand one after a gap" },
  { name: "indented lines", text: "if (a) {\n    b();\n\tc();\n}" },
  { name: "blanks in a row", text: "Two  blanks, a\ttab and   three." },
  {
    name: "joined emoji",
    text: "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466} \u{1f3f3}\ufe0f\u200d\u{1f308}",
  },
  { name: "emoji with selectors", text: "\u2600 \u2600\ufe0f \u2600\ufe0e \u2764 \u2764\ufe0f #\ufe0f\u20e3" },
  { name: "flags, keycaps and skin tones", text: "\u{1f1ea}\u{1f1fa} 1\ufe0f\u20e3 \u{1f44b}\u{1f3fd}" },
  { name: "characters above U+FFFF", text: "\u{1d11e} \u{20b9f} \u{1f600} \u{10fffd}" },
  { name: "blanks at the edges", text: "\n  in the middle \n\t", kind: "subtle" },
  { name: "line breaks of two characters", text: "One\r\ntwo\r\n\r\nthree", kind: "subtle" },
  { name: "composed characters", text: "\u00e9 \u00c5 \ud55c \u1e69", kind: "subtle" },
  { name: "decomposed characters", text: "e\u0301 A\u030a \u1112\u1161\u11ab s\u0323\u0307", kind: "subtle" },
  {
    name: "marks of direction",
    text: "\u200f\u0639\u0631\u0628\u064a\u200e \u202babc\u202c \u2067x\u2069",
    kind: "subtle",
  },
  { name: "invisible characters", text: "a\u200bb\u2060c\u00add\u00a0e\ufeff", kind: "subtle" },
  { name: "plain", text: "The last of these texts." },
];

/** Texts as long as the profile allows. Characters of two units lie across the edges of usual buffers. */
export function longTexts({ content }: Profile): readonly OddText[] {
  const limit = content.maximumTextUnits;
  const pair = "\u{1f600}";
  let text = "";
  for (const edge of [1024, 4096, limit / 2]) text = text.padEnd(edge - 1, "0123456789 \u00e4\u0142") + pair;
  return [
    { name: longNames.mixed, text: text.padEnd(limit - pair.length, "abc ") + pair, kind: "long" },
    { name: longNames.markup, text: markup.repeat(limit / markup.length), kind: "long" },
  ];
}

const markup = `"&`;
const longNames = { mixed: "longest", markup: "longest, of quote marks and ampersands" } as const;

/** Longer than any other text that a scenario sends. */
const longFrom = 5000;

export function oddTextOf(text: string | undefined): OddText | undefined {
  if (text === undefined || text.length < longFrom) return oddTexts.find((odd) => odd.text === text);
  return { name: text.startsWith(markup) ? longNames.markup : longNames.mixed, text, kind: "long" };
}

/** `text` for an ordinary text, and with the name of an odd one. */
export function textFinding(text: string, what = "text"): string {
  const odd = oddTextOf(text);
  return odd === undefined ? what : `${what}: ${odd.name}`;
}

/** Texts of any length: the finding shows both where they begin to differ, with what cannot be seen written out. */
export function expectText(
  expect: Expect,
  what: string,
  found: string | undefined,
  wanted: string,
  at: TraceEntry,
): boolean {
  if (found === undefined || found === wanted) return expect(what, found, at).is(wanted);
  let from = 0;
  while (from < wanted.length && wanted[from] === found[from]) from++;
  return expect(what, excerpt(found, from), at).is(excerpt(wanted, from));
}

function excerpt(text: string, from: number): string {
  const part = text.slice(Math.max(0, from - 20), from + 40);
  const visible = part.replace(/[\p{M}\p{C}\p{Zl}\p{Zp}\u00a0]/gu, (sign) => {
    return `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
  });
  return `${text.length} units, from ${Math.max(0, from - 20)}: "${visible}"`;
}

/** An emoji without variation selectors: how it is drawn, but not which one it is, depends on them. */
export function withoutSelectors(emoji: string): string {
  return emoji.replace(/[\ufe0e\ufe0f]/g, "");
}

/** A document for each: captions and names that mean something to markup, paths, headers or file systems. */
export const oddFileTexts: readonly { readonly caption: string; readonly fileName: string }[] = [
  { caption: `<i>a</i> & "b" 'c'`, fileName: `a & "b"; c='d'.txt` },
  { caption: "# *One*\n\n_two_", fileName: "../../outside.txt" },
  { caption: " at the edges \n", fileName: "C:\\Temp\\x.txt" },
  { caption: "\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u2764\ufe0f", fileName: ".hidden" },
  { caption: "caf\u00e9", fileName: "caf\u00e9.pdf" },
  { caption: "cafe\u0301", fileName: "cafe\u0301.pdf" },
  { caption: "\u0639\u0631\u0628\u064a\u200e", fileName: "\u5831\u544a \u{1f4c4}.pdf" },
  { caption: "no extension", fileName: "Name without an extension and with many words that goes on and on and on" },
];
