import type { Clock } from "../../core/clock.js";
import { TokenError } from "../../protocol/token/errors.js";
import type { KeySet } from "../../protocol/token/key-set.js";
import { verifyToken } from "../../protocol/token/verify.js";
import type { PushBehaviour } from "../behaviour/server.js";
import { ProviderError } from "../errors.js";
import { httpCall } from "../http-call.js";
import { contract, contractFor, httpTimeoutMs, type Settings } from "../settings.js";

const maximumTokenBytes = 4096;

type KeyBehaviour = Pick<PushBehaviour, "fetchesNewKeys" | "fetchesAfterFailure" | "readKeySet">;

/** Verifies Meta's own tokens with the keys that Meta publishes, fetched once and again for an unknown key. */
export class MetaKeys {
  readonly #settings: Settings;
  readonly #clock: Clock;
  readonly #behaviour: KeyBehaviour;
  #keySet: KeySet | undefined;
  #fetches = 0;
  #hasFailed = false;

  constructor(settings: Settings, clock: Clock, behaviour: KeyBehaviour) {
    this.#settings = settings;
    this.#clock = clock;
    this.#behaviour = behaviour;
  }

  /** @throws TokenError, or ProviderError `http-failed` when the keys are out of reach. */
  async verify(token: string, audience: string): Promise<void> {
    try {
      await this.#check(token, audience, this.#keySet ?? (await this.#fetch()));
    } catch (thrown) {
      const rotated = thrown instanceof TokenError && thrown.code === "unknown-key-id";
      if (!rotated || !this.#mayFetch()) throw thrown;
      await this.#check(token, audience, await this.#fetch());
    }
  }

  async #check(token: string, audience: string, keySet: KeySet): Promise<void> {
    await verifyToken(token, keySet, {
      nowSeconds: Math.floor(this.#clock.now() / 1000),
      clockSkewSeconds: contract.pushSkewSeconds,
      issuer: contractFor(this.#settings.profile.product).pushIssuer,
      audience,
      algorithms: ["RS256"],
      maxBytes: maximumTokenBytes,
    });
  }

  async #fetch(): Promise<KeySet> {
    const { meta } = this.#settings;
    const call = { url: meta.jwksUrl, ca: meta.tlsCa, wholeMs: httpTimeoutMs, clock: this.#clock };
    this.#fetches += 1;
    const { status, headers, body } = await httpCall({ method: "GET", ...call });
    try {
      if (status !== 200)
        throw new ProviderError("http-failed", `Fetch Meta's keys: found status ${status}, wanted 200`);
      this.#keySet = this.#behaviour.readKeySet(body.toString("utf8"), headers["content-type"] ?? "");
    } catch (thrown) {
      this.#hasFailed = true;
      throw thrown;
    }
    return this.#keySet;
  }

  #mayFetch(): boolean {
    const { fetchesNewKeys, fetchesAfterFailure } = this.#behaviour;
    return fetchesNewKeys(this.#fetches) && (fetchesAfterFailure || !this.#hasFailed);
  }
}
