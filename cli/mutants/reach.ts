import { toHex } from "../../core/bytes.js";
import type { Check } from "../../harness/checks/check.js";
import type { Asked } from "../../reference-provider/behaviour/variant.js";
import { ofShard } from "../run/shard.js";
import { referenceProvider, runAgainst } from "../in-process.js";

/** More different calls of a seam than this are not compared. */
const maximumCalls = 64;
/** Calls with longer data, such as a file, are not compared. */
const maximumLength = 4096;

/** The different calls of a seam by their text, with the answer as text; or that they cannot be compared. */
type Calls = Map<string, { readonly args: readonly unknown[]; readonly answer: string }> | "incomparable";

/** Stands for the time before the first scenario. */
const setup = "";

/**
 * What the scenarios of a run ask the provider's behaviour. Where a variant answers all of it like the conformant provider,
 * it is the conformant provider in this scenario, so running it there can find nothing.
 */
export class Reach {
  readonly #asked = new Map<string, Map<string, Calls>>();

  /** Listens to one provider; a run may share its scenarios among several. */
  listener(): { enter(scenario: string): void; onAsked(asked: Asked): void } {
    let current = setup;
    return {
      enter(scenario) {
        current = scenario;
      },
      onAsked: ({ seam, call }) => {
        const seams = this.#asked.get(current) ?? new Map<string, Calls>();
        this.#asked.set(current, seams);
        const calls = seams.get(seam) ?? new Map();
        if (calls === "incomparable") return;
        const [args, answer] = [call && textOf(call.args), call && textOf(call.answer)];
        const isComparable = args !== undefined && answer !== undefined && calls.size < maximumCalls;
        // A copy, because the provider may change its arguments later.
        if (isComparable) calls.set(`${args} ${answer}`, { args: structuredClone(call?.args ?? []), answer });
        seams.set(seam, isComparable ? calls : "incomparable");
      },
    };
  }

  /** @param replaced What a variant puts in the place of each seam that it replaces. */
  canChange(scenario: string, replaced: ReadonlyMap<string, unknown>): boolean {
    // Nothing is known of a scenario that did not run.
    if (!this.#asked.has(scenario)) return true;
    return [...replaced].some(([seam, replacement]) =>
      [setup, scenario].some((at) => differs(replacement, this.#asked.get(at)?.get(seam) ?? new Map())),
    );
  }
}

function differs(replacement: unknown, calls: Calls): boolean {
  if (calls === "incomparable") return true;
  if (typeof replacement !== "function") return calls.size > 0;
  // Each call twice: a variant that remembers calls shows only then that it answers differently.
  return [...calls.values(), ...calls.values()].some(({ args, answer }) => {
    try {
      return textOf(Reflect.apply(replacement, undefined, structuredClone(args))) !== answer;
    } catch {
      return true;
    }
  });
}

/** Plain data as text; undefined for other values, such as those with functions, and for long ones. */
function textOf(value: unknown): string | undefined {
  if (!isPlain(value)) return undefined;
  const text = JSON.stringify(value, (_, inner: unknown) =>
    inner instanceof Uint8Array ? `bytes ${toHex(inner)}` : typeof inner === "bigint" ? `${inner}n` : inner,
  );
  // JSON has no text for undefined.
  return text === undefined ? "undefined" : text.length <= maximumLength ? text : undefined;
}

function isPlain(value: unknown): boolean {
  if (typeof value === "string" || value instanceof Uint8Array) return value.length <= maximumLength;
  if (typeof value !== "object" || value === null) return typeof value !== "function" && typeof value !== "symbol";
  const isStructure = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return isStructure && Object.values(value).every(isPlain);
}

/** Conformant providers side by side: while one waits for time to pass, another computes. */
const providers = 4;

/** Runs the scenarios of these checks once against the conformant provider. */
export async function measureReach(checks: readonly Check[]): Promise<Reach> {
  const reach = new Reach();
  const shares = Array.from({ length: providers }, (_, at) => ofShard(checks, { index: at + 1, count: providers }));
  await Promise.all(
    shares.map((share) => {
      const { enter, onAsked } = reach.listener();
      return runAgainst(referenceProvider(undefined, onAsked), share, undefined, {
        onProgress: (event) => void (event.kind === "scenario" && enter(event.id)),
      });
    }),
  );
  return reach;
}
