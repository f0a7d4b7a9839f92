import { toBase64Url } from "../../core/bytes.js";
import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { JsonObject } from "../../protocol/token/inspect.js";
import type { IdentityBehaviour, TokenKey, TokenKeys } from "../behaviour/identity.js";
import { type Settings, tokenSettings } from "../settings.js";

export interface TokenIssuerDeps {
  readonly behaviour: IdentityBehaviour;
  readonly clock: Clock;
  readonly random: Random;
  /** A key that is being made already, in place of the first of `behaviour`. */
  readonly firstKey?: Promise<TokenKey>;
}

/** The keys of the provider's server, and the tokens by which it vouches for its users (interop facts 17 to 21). */
export class TokenIssuer {
  readonly #deps: TokenIssuerDeps;
  #keys: Promise<TokenKeys>;

  /** Begins to make a key at once, because this takes longer than the other work before the first token. */
  constructor(deps: TokenIssuerDeps) {
    this.#deps = deps;
    const first = deps.firstKey ?? deps.behaviour.makeKey();
    this.#keys = first.then((key) => [key]);
    // A failure reaches the callers of `issue` and `keySet`.
    this.#keys.catch(() => undefined);
  }

  /** New tokens are signed with a new key; the old ones stay published, for the tokens that are out. */
  async rotate(): Promise<void> {
    const [first, ...others] = await this.#keys;
    const newest = await this.#deps.behaviour.makeKey();
    this.#keys = Promise.resolve([first, ...others, newest]);
  }

  async keySet(): Promise<JsonObject> {
    return this.#deps.behaviour.keySet(await this.#keys);
  }

  /** A fresh token for `user`, good for enlistment or for one connection. */
  async issue(user: string, settings: Pick<Settings, "integrator" | "profile" | "token">): Promise<string> {
    const { behaviour, clock, random } = this.#deps;
    const keys = await this.#keys;
    const issuedAt = Math.floor(clock.now() / 1000);
    const { audience, maximumLifetimeSeconds, claims: names } = tokenSettings(settings);
    const claims = behaviour.claims({
      [names.issuer]: settings.integrator.slug,
      [names.identifier]: user,
      aud: audience,
      iat: issuedAt,
      exp: issuedAt + maximumLifetimeSeconds,
      jti: toBase64Url(random.bytes(12)),
      [names.version]: settings.profile.protocolVersion,
    });
    return behaviour.sign(claims, keys);
  }
}
