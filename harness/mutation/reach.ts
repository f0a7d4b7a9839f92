/**
 * Which seams of the provider's behaviour each exchange of a run asks. A variation that replaces none of them behaves in
 * that exchange like the conformant provider, so there is nothing to find by running it.
 */
export interface Reach {
  /** Whether any of the seams is asked in this exchange, or was before the first one. */
  touches(step: string, seams: readonly string[]): boolean;
}

/** Everything is within reach. */
export const unlimitedReach: Reach = { touches: () => true };

/** Takes down what a run asks. */
export class ReachRecorder implements Reach {
  readonly #setup = new Set<string>();
  readonly #steps = new Map<string, Set<string>>();
  #current = this.#setup;

  /** What is asked from now on belongs to this exchange. */
  enter(step: string): void {
    this.#current = this.#steps.get(step) ?? new Set();
    this.#steps.set(step, this.#current);
  }

  asked(seam: string): void {
    this.#current.add(seam);
  }

  touches(step: string, seams: readonly string[]): boolean {
    const asked = this.#steps.get(step);
    // Of an exchange that was not watched nothing is known.
    return asked === undefined || seams.some((seam) => asked.has(seam) || this.#setup.has(seam));
  }
}
