import { isRecord } from "../../core/is-record.js";
import type { TraceEntry } from "../../harness/model/trace.js";
import { MockServerError } from "../side/errors.js";
import { matchesGlob } from "./glob.js";
import {
  type EntryPredicate,
  maximumConditions,
  maximumDepth,
  type Operators,
  type Predicate,
  stanzaMembers,
} from "./predicate.js";

/** One condition that did not hold. */
interface Mismatch {
  /** JSON Pointer into the entry. */
  readonly field: string;
  readonly wanted: Predicate;
  /** Absent when the entry has no such member. Long texts are cut. */
  readonly found?: unknown;
}

/** A compiled predicate. */
export interface Matcher {
  /** How many conditions it has. */
  readonly conditions: number;
  fits(value: unknown): boolean;
  /** The conditions that do not hold; none when it fits. */
  mismatches(value: unknown, field: string): readonly Mismatch[];
}

/** Compiles a predicate for whole entries. @throws MockServerError `bad-predicate` */
export function entryMatcher(predicate: EntryPredicate): Matcher {
  const members = Object.entries(predicate);
  const ofStanza = members.filter(([name]) => stanzaMembers.has(name));
  if (ofStanza.length === 0) return matcherOf(predicate);
  const others = Object.fromEntries(members.filter(([name]) => !stanzaMembers.has(name)));
  const node = { ...(predicate["node"] as object | undefined), ...Object.fromEntries(ofStanza) };
  return matcherOf({ ...others, node });
}

/** @throws MockServerError `bad-predicate` when the predicate is too deep or too large. */
export function matcherOf(predicate: Predicate, depth = 0): Matcher {
  if (depth > maximumDepth) throw tooMuch(`${depth} levels`, `at most ${maximumDepth}`);
  const matcher = isRecord(predicate)
    ? objectMatcher(predicate, depth)
    : Array.isArray(predicate)
      ? listMatcher(predicate as readonly Predicate[], depth)
      : leaf(predicate, (value) => value === predicate);
  if (matcher.conditions > maximumConditions) {
    throw tooMuch(`${matcher.conditions} conditions`, `at most ${maximumConditions}`);
  }
  return matcher;
}

function objectMatcher(predicate: Readonly<Record<string, Predicate | undefined>>, depth: number): Matcher {
  const members = Object.entries(predicate)
    .filter(([name, wanted]) => !name.startsWith("$") && wanted !== undefined)
    .map(([name, wanted]) => ({ name, matcher: matcherOf(wanted as Predicate, depth + 1) }));
  const operators = operatorMatchers(predicate, depth);
  const isPlain = operators.length === 0;
  return {
    conditions: sum(members.map(({ matcher }) => matcher)) + sum(operators),
    fits: (value) =>
      (isRecord(value) || members.length === 0) &&
      (!isPlain || isRecord(value)) &&
      operators.every((operator) => operator.fits(value)) &&
      members.every(({ name, matcher }) => matcher.fits(memberOf(value, name))),
    mismatches(value, field) {
      const found = [
        ...operators.flatMap((operator) => operator.mismatches(value, field)),
        ...members.flatMap(({ name, matcher }) => matcher.mismatches(memberOf(value, name), `${field}/${name}`)),
      ];
      const isNone = !isRecord(value) && (isPlain || members.length > 0);
      return found.length === 0 && isNone ? [{ field, wanted: predicate, ...foundIn(value) }] : found;
    },
  };
}

/** Each wanted element must match some element; their order does not matter. */
function listMatcher(predicates: readonly Predicate[], depth: number): Matcher {
  const elements = predicates.map((wanted) => ({ wanted, matcher: matcherOf(wanted, depth + 1) }));
  const missing = (value: unknown) =>
    elements.filter(({ matcher }) => !Array.isArray(value) || !value.some((each) => matcher.fits(each)));
  return {
    conditions: Math.max(1, sum(elements.map(({ matcher }) => matcher))),
    fits: (value) => Array.isArray(value) && missing(value).length === 0,
    mismatches(value, field) {
      if (!Array.isArray(value)) return [{ field, wanted: predicates, ...foundIn(value) }];
      return missing(value).map(({ wanted }) => ({ field, wanted: [wanted], ...foundIn(value) }));
    },
  };
}

function operatorMatchers(predicate: Operators, depth: number): readonly Matcher[] {
  const { $glob, $min, $max, $present, $any, $not } = predicate;
  const found: Matcher[] = [];
  if ($glob !== undefined) {
    found.push(leaf({ $glob }, (value) => typeof value === "string" && matchesGlob($glob, value)));
  }
  if ($min !== undefined) found.push(leaf({ $min }, (value) => typeof value === "number" && value >= $min));
  if ($max !== undefined) found.push(leaf({ $max }, (value) => typeof value === "number" && value <= $max));
  if ($present !== undefined) found.push(leaf({ $present }, (value) => (value !== undefined) === $present));
  if ($any !== undefined) {
    const options = $any.map((option) => matcherOf(option, depth + 1));
    found.push(leaf({ $any }, (value) => options.some((option) => option.fits(value)), sum(options)));
  }
  if ($not !== undefined) {
    const unwanted = matcherOf($not, depth + 1);
    found.push(leaf({ $not }, (value) => !unwanted.fits(value), unwanted.conditions));
  }
  return found;
}

function leaf(wanted: Predicate, fits: (value: unknown) => boolean, conditions = 1): Matcher {
  return {
    conditions,
    fits,
    mismatches: (value, field) => (fits(value) ? [] : [{ field, wanted, ...foundIn(value) }]),
  };
}

const longestShown = 120;

function foundIn(value: unknown): { readonly found?: unknown } {
  if (value === undefined) return {};
  if (typeof value === "string" && value.length > longestShown) return { found: `${value.slice(0, longestShown)}…` };
  if (typeof value !== "object" || value === null) return { found: value };
  const text = JSON.stringify(value);
  return { found: text.length > longestShown ? `${text.slice(0, longestShown)}…` : value };
}

function memberOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function sum(matchers: readonly Matcher[]): number {
  return matchers.reduce((total, { conditions }) => total + conditions, 0);
}

function tooMuch(found: string, wanted: string): MockServerError {
  return new MockServerError("bad-predicate", `Read predicate: found ${found}, wanted ${wanted}`);
}

/** An entry that nearly fits, and the conditions that it does not meet. */
interface NearMiss {
  readonly seq: number;
  readonly kind: TraceEntry["kind"];
  readonly mismatches: readonly Mismatch[];
}

const mostExamined = 5000;
const mostMisses = 3;

/**
 * The newest entries that fail the fewest conditions, best first. An entry that meets no condition at all is not a near
 * miss.
 */
export function nearMisses(matcher: Matcher, entries: readonly TraceEntry[]): readonly NearMiss[] {
  const best: NearMiss[] = [];
  for (const entry of entries.slice(-mostExamined).reverse()) {
    const mismatches = matcher.mismatches(entry, "");
    if (mismatches.length >= matcher.conditions) continue;
    const place = best.findIndex((other) => other.mismatches.length > mismatches.length);
    if (place < 0 && best.length >= mostMisses) continue;
    best.splice(place < 0 ? best.length : place, 0, { seq: entry.seq, kind: entry.kind, mismatches });
    best.length = Math.min(best.length, mostMisses);
  }
  return best;
}
