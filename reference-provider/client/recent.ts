/** A map that forgets its oldest entry when it is full, so that a long conversation takes bounded memory. */
export class Recent<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #maximum: number;

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  /** Oldest first. */
  keys(): readonly string[] {
    return [...this.#entries.keys()];
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#maximum && oldest !== undefined) this.#entries.delete(oldest);
  }
}
