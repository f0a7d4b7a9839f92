import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { align } from "./align.js";
import type { Shape } from "./shape.js";

const of = (text: string): readonly Shape[] => text.split("").map((what) => ({ who: "x", what }));
const drawn = (a: string, b: string): string =>
  align(of(a), of(b))
    .map(({ left, right }) => `${left?.what ?? "-"}${right?.what ?? "-"}`)
    .join(" ");

describe("align", () => {
  it("puts what is alike side by side", () => {
    expect(drawn("abc", "abc")).toBe("aa bb cc");
    expect(drawn("abc", "ac")).toBe("aa b- cc");
    expect(drawn("ac", "abc")).toBe("aa -b cc");
    expect(drawn("axc", "abc")).toBe("aa x- -b cc");
    expect(drawn("", "ab")).toBe("-a -b");
  });

  it("keeps both transcripts whole and in order", () => {
    const word = fc.stringMatching(/^[abc]{0,12}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        const rows = align(of(a), of(b));
        expect(rows.map(({ left }) => left?.what ?? "").join("")).toBe(a);
        expect(rows.map(({ right }) => right?.what ?? "").join("")).toBe(b);
      }),
    );
  });
});
