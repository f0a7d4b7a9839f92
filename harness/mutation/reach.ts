/** What the provider asked of one seam of its behaviour, and was told; both are plain data. */
export interface Call {
  readonly args: readonly unknown[];
  /** The arguments and the answer as `plainText` writes them. */
  readonly asked: string;
  readonly answer: string;
}

/** Whether a variation answers this call otherwise; of a call that is undefined nothing is known. */
export type Differs = (call: Call | undefined) => boolean;

/**
 * What each exchange of a run asks of the provider's behaviour. A variation that answers all of it as the conformant
 * provider does is that provider in this exchange, so there is nothing to find by running it.
 */
export interface Reach {
  /** Whether a variation of these seams differs in this exchange, or did before the first one. */
  touches(scenario: string, seams: ReadonlyMap<string, Differs>): boolean;
}

/** Everything is within reach. */
export const unlimitedReach: Reach = { touches: () => true };

/** Different calls that are remembered for one seam in one exchange; what is asked more variously is not compared. */
const maximumCalls = 64;

type Asked = Map<string, readonly (Call | undefined)[]>;

/** Takes down what one provider is asked. */
export interface ReachLane {
  /** What is asked from now on belongs to this exchange. */
  enter(scenario: string): void;
  asked(seam: string, call?: Call): void;
}

/** Takes down what a run asks, of one provider or of several between which the exchanges are shared out. */
export class ReachRecorder implements Reach {
  readonly #setup: Asked = new Map();
  readonly #scenarios = new Map<string, Asked>();

  /** For one more provider. */
  lane(): ReachLane {
    let current = this.#setup;
    return {
      enter: (scenario) => {
        current = this.#scenarios.get(scenario) ?? new Map();
        this.#scenarios.set(scenario, current);
      },
      asked(seam, call) {
        const calls = current.get(seam) ?? [];
        // One that cannot be compared counts as different, whatever else is asked.
        if (calls.some((known) => known === undefined || (call !== undefined && isSame(known, call)))) return;
        current.set(seam, call === undefined || calls.length >= maximumCalls ? [undefined] : [...calls, call]);
      },
    };
  }

  touches(scenario: string, seams: ReadonlyMap<string, Differs>): boolean {
    const asked = this.#scenarios.get(scenario);
    // Of an exchange that was not watched nothing is known.
    if (asked === undefined) return true;
    return [...seams].some(([seam, differs]) =>
      [...(asked.get(seam) ?? []), ...(this.#setup.get(seam) ?? [])].some((call) => differs(call)),
    );
  }
}

function isSame(one: Call, other: Call): boolean {
  return one.asked === other.asked && one.answer === other.answer;
}

/** Plain data as text that is the same for the same data; undefined for anything else, and for what is long. */
export function plainText(value: unknown): string | undefined {
  if (!isPlain(value, 0)) return undefined;
  const text = JSON.stringify(value, (_, inner: unknown) =>
    inner instanceof Uint8Array
      ? `bytes ${Buffer.from(inner).toString("hex")}`
      : typeof inner === "bigint"
        ? `${inner}n`
        : inner,
  );
  return text === undefined ? "undefined" : text.length > maximumText ? undefined : text;
}

const maximumText = 4096;
const maximumDepth = 8;

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === "function" || typeof value === "symbol" || depth > maximumDepth) return false;
  // Files are longer than what is compared; writing them out first would take a while.
  if (typeof value === "string" || value instanceof Uint8Array) return value.length <= maximumText;
  if (typeof value !== "object" || value === null) return true;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((inner) => isPlain(inner, depth + 1));
}
