import { isDeepStrictEqual } from "node:util";
import { deserialize, serialize } from "node:v8";
import type { Check } from "../../harness/checks/check.js";
import type { Asked } from "../../reference-provider/behaviour/variant.js";
import { ofShard } from "../run/shard.js";
import { referenceProvider, runAgainst } from "../in-process.js";

/** More different calls of a seam than this are not compared. */
const maximumCalls = 64;
/** Longer calls, such as those with a file, are not compared. */
const maximumBytes = 4096;

/** The calls of a seam, packed; or that they cannot be compared. */
type Calls = Set<string> | "incomparable";

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
        const calls = seams.get(seam) ?? new Set<string>();
        if (calls === "incomparable") return;
        const packed = call && pack([call.args, call.answer]);
        seams.set(seam, packed === undefined || calls.size >= maximumCalls ? "incomparable" : calls.add(packed));
      },
    };
  }

  /** @param replaced What a variant puts in the place of each seam that it replaces. */
  canChange(scenario: string, replaced: ReadonlyMap<string, unknown>): boolean {
    // Nothing is known of a scenario that did not run.
    if (!this.#asked.has(scenario)) return true;
    return [...replaced].some(([seam, replacement]) =>
      [setup, scenario].some((at) => differs(replacement, this.#asked.get(at)?.get(seam) ?? new Set())),
    );
  }
}

function differs(replacement: unknown, calls: Calls): boolean {
  if (calls === "incomparable") return true;
  // Each call twice: a variant that remembers calls shows only then that it answers differently.
  return [...calls, ...calls].some((packed) => {
    const [args, answer] = deserialize(Buffer.from(packed, "latin1")) as [readonly unknown[], unknown];
    try {
      return (
        typeof replacement !== "function" || !isDeepStrictEqual(Reflect.apply(replacement, undefined, args), answer)
      );
    } catch {
      return true;
    }
  });
}

/** Plain data as text; undefined for other values, such as those with functions, and for long ones. */
function pack(value: unknown): string | undefined {
  try {
    const bytes = serialize(value);
    return bytes.length <= maximumBytes && isDeepStrictEqual(deserialize(bytes), value)
      ? bytes.toString("latin1")
      : undefined;
  } catch {
    return undefined;
  }
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
