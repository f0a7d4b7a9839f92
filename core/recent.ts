/**
 * A map of the newest entries: of the `most` keys that were set last, those that were not deleted since, and at most twice as many
 * in all. Older entries go all at once, because a `Map` is slow when its first entry is deleted again and again.
 */
export class Recent<Key, Value> {
  readonly #most: number;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  /** @param most So many of the keys set last are always there, if nobody deletes them. */
  constructor(most: number) {
    this.#most = most;
  }

  has(key: Key): boolean {
    return this.#young.has(key) || this.#old.has(key);
  }

  get(key: Key): Value | undefined {
    return this.#young.get(key) ?? this.#old.get(key);
  }

  /** Makes it the newest. */
  set(key: Key, value: Value): void {
    this.#young.set(key, value);
    if (this.#young.size <= this.#most) return;
    this.#young.delete(key);
    this.#old = this.#young;
    this.#young = new Map([[key, value]]);
  }

  /** In no particular order. */
  keys(): readonly Key[] {
    return [...new Set([...this.#old.keys(), ...this.#young.keys()])];
  }

  /** In no particular order. */
  entries(): readonly (readonly [Key, Value])[] {
    return [...new Map([...this.#old, ...this.#young])];
  }

  delete(key: Key): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }
}
