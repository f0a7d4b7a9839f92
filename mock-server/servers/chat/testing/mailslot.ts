import { systemClock } from "../../../../runtime/system-clock.js";

/** Keeps what arrives until a test asks for it. */
export interface Mailslot<Item> {
  readonly items: readonly Item[];
  put(item: Item): void;
  /** The first item not taken yet that fits, taken out. Rejects after `ms`; without it, only when nothing ever comes. */
  take(what: string, fits: (item: Item) => boolean, ms?: number): Promise<Item>;
}

/** Busy machines are slow; this only catches what hangs. */
const hangsAfterMs = 120_000;

export function mailslot<Item>(): Mailslot<Item> {
  const items: Item[] = [];
  const waiting = new Set<(item: Item) => boolean>();

  function takeNow(fits: (item: Item) => boolean): Item | undefined {
    const index = items.findIndex(fits);
    return index < 0 ? undefined : items.splice(index, 1)[0];
  }

  return {
    items,
    put(item) {
      for (const offer of waiting) if (offer(item)) return;
      items.push(item);
    },
    take(what, fits, ms = hangsAfterMs) {
      const found = takeNow(fits);
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const offer = (item: Item): boolean => {
          if (!fits(item)) return false;
          waiting.delete(offer);
          timer.cancel();
          resolve(item);
          return true;
        };
        const timer = systemClock.after(ms, () => {
          waiting.delete(offer);
          reject(new Error(`Wait for ${what}: nothing within ${ms} ms, have ${JSON.stringify(items).slice(0, 400)}`));
        });
        waiting.add(offer);
      });
    },
  };
}
