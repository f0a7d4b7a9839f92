import { sameBytes, toHex } from "../../core/bytes.js";
import type { Finding } from "./result.js";
import type { TraceEntry } from "./trace.js";

/**
 * `expect(what, actual, at?)` compares softly: a difference becomes a finding that cites the frame, and judging goes on.
 * Each matcher returns whether it held, so that a judge can stop where going on makes no sense. `what` is part of the
 * check's contract: the check names it as the reason that kills a mutant.
 */
export type Expect = <Actual>(what: string, actual: Actual, at?: TraceEntry) => Expectation<Actual>;

export interface Expectation<Actual> {
  is(wanted: Actual): boolean;
  isNot(unwanted: Actual): boolean;
  isOneOf(wanted: readonly Actual[]): boolean;
  /** Neither undefined nor null. */
  isPresent(): boolean;
  isAbsent(): boolean;
  /** Arrays and strings without elements. */
  isEmpty(): boolean;
  isNotEmpty(): boolean;
  isAtLeast(limit: number): boolean;
  isAtMost(limit: number): boolean;
  matches(pattern: RegExp): boolean;
  /** All elements of an array differ. */
  isUnique(): boolean;
  sameBytesAs(wanted: Uint8Array): boolean;
}

/** Collects findings; judges get `expect`. */
export function collectFindings(): { readonly expect: Expect; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const expect: Expect = (what, actual, at) => {
    function holds(held: boolean, expected: string, shown: string = show(actual)): boolean {
      if (!held) findings.push({ what, expected, actual: shown, at: at === undefined ? "" : `frame ${at.seq}` });
      return held;
    }
    const size = lengthOf(actual);
    const number = typeof actual === "number" ? actual : Number.NaN;
    return {
      is: (wanted) => holds(Object.is(actual, wanted), show(wanted)),
      isNot: (unwanted) => holds(!Object.is(actual, unwanted), `anything but ${show(unwanted)}`),
      isOneOf: (wanted) => holds(wanted.includes(actual), `one of ${wanted.map(show).join(", ")}`),
      isPresent: () => holds(actual !== undefined && actual !== null, "present", "absent"),
      isAbsent: () => holds(actual === undefined || actual === null, "absent"),
      isEmpty: () => holds(size === 0, "none"),
      isNotEmpty: () => holds(size !== undefined && size > 0, "at least one", "none"),
      isAtLeast: (limit) => holds(number >= limit, `at least ${limit}`),
      isAtMost: (limit) => holds(number <= limit, `at most ${limit}`),
      matches: (pattern) => holds(typeof actual === "string" && pattern.test(actual), `text matching ${pattern}`),
      isUnique: () => holds(repeats(actual).length === 0, "all different", `repeated: ${repeats(actual).join(", ")}`),
      sameBytesAs: (wanted) =>
        holds(
          actual instanceof Uint8Array && sameBytes(actual, wanted),
          `bytes ${shorten(toHex(wanted))}`,
          actual instanceof Uint8Array ? `bytes ${shorten(toHex(actual))}` : show(actual),
        ),
    };
  };
  return { expect, findings };
}

function lengthOf(value: unknown): number | undefined {
  return typeof value === "string" || Array.isArray(value) || value instanceof Uint8Array ? value.length : undefined;
}

function repeats(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [`${show(value)} (not a list)`];
  const seen = new Set<unknown>();
  const twice = new Set<unknown>();
  for (const element of value) (seen.has(element) ? twice : seen).add(element);
  return [...twice].map(show);
}

function show(value: unknown): string {
  if (value === undefined) return "absent";
  if (value instanceof Uint8Array) return `bytes ${shorten(toHex(value))}`;
  if (typeof value === "string") return shorten(value);
  return shorten(JSON.stringify(value));
}

/** People read findings, and what a provider sent may have any length. */
function shorten(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 197)}...`;
}
