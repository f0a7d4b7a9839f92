/** What the provider asked of one seam of its behaviour, and was told; both are plain data. */
export interface Call {
  readonly args: readonly unknown[];
  /** As `plainText` writes it. */
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
  touches(step: string, seams: ReadonlyMap<string, Differs>): boolean;
}

/** Everything is within reach. */
export const unlimitedReach: Reach = { touches: () => true };

/** Different calls that are remembered for one seam in one exchange; what is asked more variously is not compared. */
const maximumCalls = 64;

type Asked = Map<string, readonly (Call | undefined)[]>;

/** Takes down what a run asks. */
export class ReachRecorder implements Reach {
  readonly #setup: Asked = new Map();
  readonly #steps = new Map<string, Asked>();
  #current = this.#setup;

  /** What is asked from now on belongs to this exchange. */
  enter(step: string): void {
    this.#current = this.#steps.get(step) ?? new Map();
    this.#steps.set(step, this.#current);
  }

  asked(seam: string, call?: Call): void {
    const calls = this.#current.get(seam) ?? [];
    this.#current.set(seam, call === undefined || calls.length >= maximumCalls ? [undefined] : [...calls, call]);
  }

  touches(step: string, seams: ReadonlyMap<string, Differs>): boolean {
    const asked = this.#steps.get(step);
    // Of an exchange that was not watched nothing is known.
    if (asked === undefined) return true;
    return [...seams].some(([seam, differs]) =>
      [...(asked.get(seam) ?? []), ...(this.#setup.get(seam) ?? [])].some((call) => differs(call)),
    );
  }
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
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return true;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((inner) => isPlain(inner, depth + 1));
}
