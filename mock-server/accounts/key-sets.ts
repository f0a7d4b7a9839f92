import type { Clock } from "../../core/clock.js";
import { reasonOf } from "../../core/coded-error.js";
import type { KeySetProfile } from "../../profiles/profile.js";
import { type KeySet, parseKeySet } from "../../protocol/token/key-set.js";
import type { HttpCaller } from "../http/caller.js";
import { AccountError } from "./errors.js";

/** The verification keys of the integrators, fetched from their key endpoints and cached. */
export interface KeySets {
  /** From the cache while it is fresh. @throws AccountError `key-set-unavailable`. */
  get(url: string): Promise<KeySet>;
  /** Fetches again, unless the cache has a newer set than `stale`. @throws AccountError `key-set-unavailable`. */
  newerThan(url: string, stale: KeySet): Promise<KeySet>;
  forget(url: string): void;
}

export interface KeySetDeps {
  readonly profile: KeySetProfile;
  /** The time that a suite may move, so that the cache expires. */
  readonly clock: Clock;
  readonly caller: HttpCaller;
}

interface Cached {
  readonly keySet: KeySet;
  /** Monotonic milliseconds. */
  readonly fetchedAt: number;
}

export function createKeySets({ profile, clock, caller }: KeySetDeps): KeySets {
  const cache = new Map<string, Cached>();
  const underWay = new Map<string, Promise<KeySet>>();

  async function fetchSet(url: string): Promise<KeySet> {
    const keySet = await download(url);
    cache.set(url, { keySet, fetchedAt: clock.monotonic() });
    return keySet;
  }

  async function download(url: string): Promise<KeySet> {
    try {
      const { status, body } = await caller.call({
        server: "keys",
        method: "GET",
        url,
        headers: { accept: "application/jwk-set+json, application/json" },
        timeoutMs: profile.fetchTimeoutMs,
        maximumBytes: profile.maximumBytes,
      });
      if (status !== 200) throw unavailable(url, `status ${status}`);
      return parseKeySet(new TextDecoder().decode(body));
    } catch (thrown) {
      throw thrown instanceof AccountError ? thrown : unavailable(url, reasonOf(thrown), thrown);
    }
  }

  /** Several users who log in at the same time cause one fetch. */
  function shared(url: string): Promise<KeySet> {
    const pending = underWay.get(url) ?? fetchSet(url).finally(() => underWay.delete(url));
    underWay.set(url, pending);
    return pending;
  }

  function fresh(url: string): KeySet | undefined {
    const cached = cache.get(url);
    if (cached === undefined || clock.monotonic() - cached.fetchedAt >= profile.cacheSeconds * 1000) return undefined;
    return cached.keySet;
  }

  return {
    get: async (url) => fresh(url) ?? shared(url),
    // Not shared: a running fetch may have read the set before the new key was published.
    newerThan: async (url, stale) => {
      const current = fresh(url);
      return current === undefined || current === stale ? fetchSet(url) : current;
    },
    forget: (url) => void cache.delete(url),
  };
}

function unavailable(url: string, found: string, cause?: unknown): AccountError {
  return new AccountError(
    "key-set-unavailable",
    `Fetch key set ${url.slice(0, 200)}: found ${found}, wanted a JWK set`,
    {
      cause,
    },
  );
}
