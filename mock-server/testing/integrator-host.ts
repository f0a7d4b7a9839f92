import type { Profile } from "../../profiles/profile.js";
import { encodeKeySet, generateSigningKey, type SigningKey, signToken } from "../../protocol/token/sign.js";
import type { Integrator } from "../accounts/integrators.js";
import { type HttpHost, httpHost } from "./http-host.js";

/** The server side of a provider, as far as tokens need one: a key endpoint and a signer. */
export interface IntegratorHost {
  readonly host: HttpHost;
  readonly integrator: Integrator;
  /** Makes a new key the one that signs, and publishes it beside the older ones. */
  rotate(): Promise<void>;
  /** A good token for `userId`, but for `claims` and `header`. */
  token(userId: string, claims?: object, header?: object): Promise<string>;
}

export async function integratorHost(profile: Profile, nowMs: () => number): Promise<IntegratorHost> {
  const keys: SigningKey[] = [await generateSigningKey()];
  const host = await httpHost((_, response) => void response.end(encodeKeySet(keys)));
  const endpoints = { jwks: `${host.url}/keys`, media: `${host.url}/media`, push: `${host.url}/push` };
  const { issuerClaim, identifierClaim, versionClaim, audience, maximumLifetimeSeconds } = profile.token;
  return {
    host,
    integrator: { ...profile.integrator, endpoints },
    async rotate() {
      keys.unshift(await generateSigningKey());
    },
    async token(userId, claims = {}, header = {}) {
      const iat = Math.floor(nowMs() / 1000);
      const usual = {
        [issuerClaim]: profile.integrator.slug,
        [identifierClaim]: userId,
        [versionClaim]: profile.channel.protocolVersion,
        aud: audience,
        iat,
        exp: iat + maximumLifetimeSeconds,
      };
      const [key] = keys;
      if (key === undefined) throw new Error("Sign token: found no key, wanted one");
      return signToken({ claims: { ...usual, ...claims }, header: { ...header }, key });
    },
  };
}
