import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { TraceEntry } from "../../harness/model/trace.js";
import { entryMatcher, nearMisses } from "./matcher.js";
import { matchesGlob } from "./glob.js";
import { matcherOf } from "./matcher.js";
import type { Predicate } from "./predicate.js";

const base = { seq: 1, at: 0, scenario: "", by: "provider" } as const;
const stanza: TraceEntry = {
  ...base,
  kind: "stanza",
  connection: "c1",
  account: "900-1@interop",
  direction: "in",
  node: { tag: "iq", attrs: { xmlns: "w:p", id: "7" }, children: [{ tag: "ping", attrs: {} }] },
  size: 40,
  compressed: false,
  notes: ["interop-jid-short"],
  violations: [],
};
const http: TraceEntry = {
  ...base,
  seq: 2,
  kind: "http",
  exchange: 1,
  server: "push",
  part: "response",
  method: "POST",
  url: "http://provider/push",
  status: 404,
  headers: {},
  body: "",
};

describe("a predicate", () => {
  const fitting: readonly Predicate[] = [
    {},
    { kind: "stanza", direction: "in", compressed: false, size: 40 },
    { account: { $glob: "900-*@interop" } },
    { node: { tag: "iq", attrs: { xmlns: "w:p" } } },
    { node: { children: [{ tag: "ping" }] } },
    { notes: ["interop-jid-short"] },
    { notes: { $not: ["another"] } },
    { size: { $min: 40, $max: 40 } },
    { reason: { $present: false }, account: { $present: true } },
    { kind: { $any: ["http", { $glob: "st?nza" }] } },
    { $not: { kind: "http" } },
    { $any: [{ kind: "http" }, { size: 40 }] },
    { node: { attrs: { to: { $present: false } } } },
  ];

  test.each(fitting.map((each) => [JSON.stringify(each), each] as const))("%s fits", (_, each) => {
    const matcher = matcherOf(each);
    expect([matcher.fits(stanza), matcher.mismatches(stanza, "")]).toEqual([true, []]);
  });

  const failing: readonly (readonly [Predicate, string])[] = [
    [{ kind: "http" }, "/kind"],
    [{ node: { tag: "message" } }, "/node/tag"],
    [{ node: { attrs: { xmlns: "w:p", to: "x" } } }, "/node/attrs/to"],
    [{ node: { children: [{ tag: "pong" }] } }, "/node/children"],
    [{ size: { $min: 41 } }, "/size"],
    [{ size: "40" }, "/size"],
    [{ account: { $glob: "900-*" }, size: 1 }, "/size"],
    [{ account: { $glob: "9??-1" } }, "/account"],
    [{ fields: { code: "x" } }, "/fields/code"],
    [{ account: { $present: false } }, "/account"],
    [{ $not: {} }, ""],
    [{ toString: { $present: true } } as unknown as Predicate, "/toString"],
  ];

  test.each(failing.map(([each, field]) => [JSON.stringify(each), each, field] as const))(
    "%s does not fit, and says where",
    (_, each, field) => {
      const matcher = matcherOf(each);
      expect(matcher.fits(stanza)).toBe(false);
      expect(matcher.mismatches(stanza, "").map((mismatch) => mismatch.field)).toEqual([field]);
    },
  );

  test("may name the members of a stanza at the top", () => {
    expect(entryMatcher({ kind: "stanza", tag: "iq", attrs: { id: "7" } }).fits(stanza)).toBe(true);
    expect(entryMatcher({ tag: "iq", node: { attrs: { id: "8" } } }).fits(stanza)).toBe(false);
  });

  test("may not grow without bounds", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(30)}1${"}".repeat(30)}`) as Predicate;
    const wide = { $any: Array.from({ length: 501 }, () => 1) };
    for (const each of [deep, wide]) {
      expect(() => matcherOf(each)).toThrow(expect.objectContaining({ code: "bad-predicate" }));
    }
  });

  test("fits whatever it was copied from, and fits exactly when it mismatches nowhere", () => {
    const key = fc.stringMatching(/^[a-z]{1,3}$/);
    const json = fc.letrec((tie) => ({
      value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), tie("list"), tie("object")),
      list: fc.array(tie("value"), { maxLength: 3 }),
      object: fc.dictionary(key, tie("value"), { maxKeys: 3 }),
    })).value;
    fc.assert(
      fc.property(json, json, (one, other) => {
        const matcher = matcherOf(one as Predicate);
        expect(matcher.fits(one)).toBe(true);
        expect(matcher.fits(other)).toBe(matcher.mismatches(other, "").length === 0);
      }),
    );
  });
});

describe("near misses", () => {
  test("are those that lack the least, the newest first among equals", () => {
    const matcher = entryMatcher({ kind: "stanza", tag: "iq", attrs: { xmlns: "encrypt" } });
    const later = { ...stanza, seq: 3 };
    const misses = nearMisses(matcher, [stanza, http, later]);
    expect(misses.map(({ seq }) => seq)).toEqual([3, 1]);
    expect(misses[0]?.mismatches).toEqual([{ field: "/node/attrs/xmlns", wanted: "encrypt", found: "w:p" }]);
  });
});

describe("a glob", () => {
  test.each([
    ["*", "", true],
    ["a*c", "abbc", true],
    ["a*c", "abb", false],
    ["a?c", "abc", true],
    ["a?c", "ac", false],
    ["\\*", "*", true],
    ["\\*", "x", false],
    ["a*b*c", "a-b-b-c", true],
    ["", "", true],
    ["", "x", false],
  ])("%j on %j: %j", (glob, text, fits) => {
    expect(matchesGlob(glob, text)).toBe(fits);
  });

  test("agrees with the regular expression of the same meaning", () => {
    const letters = fc.stringMatching(/^[ab*?]{0,8}$/);
    fc.assert(
      fc.property(letters, fc.stringMatching(/^[ab]{0,10}$/), (glob, text) => {
        const expression = new RegExp(`^${glob.replaceAll("*", ".*").replaceAll("?", ".")}$`);
        expect(matchesGlob(glob, text)).toBe(expression.test(text));
      }),
    );
  });

  test("stays quick where backtracking would not", () => {
    // A reader that backtracks would not end before the test times out.
    expect(matchesGlob(`${"*a".repeat(90)}b`, "a".repeat(20_000))).toBe(false);
  });
});
