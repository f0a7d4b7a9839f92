import { createHash } from "node:crypto";
import type { Clock } from "../../core/clock.js";
import { excerpt } from "../../core/json.js";
import type { Json, TraceToken } from "../../harness/model/trace.js";
import type { Profile } from "../../profiles/profile.js";
import { isTokenAlgorithm } from "../../protocol/token/jwk.js";
import { TokenError, type TokenErrorCode } from "../../protocol/token/errors.js";
import { inspectToken, type JsonObject } from "../../protocol/token/inspect.js";
import type { KeySet } from "../../protocol/token/key-set.js";
import { type VerifiedToken, verifyToken } from "../../protocol/token/verify.js";
import { AccountError, type AccountErrorCode } from "./errors.js";
import type { Integrator, Integrators } from "./integrators.js";
import type { KeySets } from "./key-sets.js";

export type TokenVerdict = AcceptedToken | RefusedToken;

export interface AcceptedToken {
  readonly ok: true;
  readonly integrator: Integrator;
  /** The user-visible identifier in the token. */
  readonly userId: string;
  readonly claims: JsonObject;
  readonly trace: TraceToken;
}

export interface RefusedToken {
  readonly ok: false;
  readonly code: TokenErrorCode | AccountErrorCode;
  readonly message: string;
  readonly trace: TraceToken;
}

/** Verifies a provider's token as Meta does at enlistment and at every connection (interop facts 10, 17 and 18). */
export interface TokenVerifier {
  /** Returns refusals instead of throwing them. Fetches the integrator's keys if they are not cached. */
  verify(token: string): Promise<TokenVerdict>;
}

export interface TokenVerifierDeps {
  readonly profile: Pick<Profile, "token" | "keySet" | "channel">;
  /** Real time, not the time that a suite moves: providers take the times of a token from their own clock. */
  readonly clock: Clock;
  readonly integrators: Integrators;
  readonly keySets: KeySets;
}

export function createTokenVerifier({ profile, clock, integrators, keySets }: TokenVerifierDeps): TokenVerifier {
  async function accept(token: string): Promise<Omit<AcceptedToken, "trace">> {
    const integrator = issuerOf(inspectToken(token).claims);
    const { claims } = await withItsKeys(token, integrator);
    checkVersion(claims);
    return { ok: true, integrator, userId: identifierIn(claims), claims };
  }

  function issuerOf(claims: JsonObject): Integrator {
    const slug = claims[profile.token.issuerClaim];
    const integrator = typeof slug === "string" ? integrators.bySlug(slug) : undefined;
    if (integrator !== undefined) return integrator;
    throw refusal("unknown-integrator", profile.token.issuerClaim, slug, "the slug of a known integrator");
  }

  async function withItsKeys(token: string, integrator: Integrator): Promise<VerifiedToken> {
    const { jwks } = integrator.endpoints;
    const keySet = await keySets.get(jwks);
    try {
      return await verifyWith(token, keySet);
    } catch (thrown) {
      const rotated = thrown instanceof TokenError && thrown.code === "unknown-key-id";
      if (!rotated || !profile.keySet.refetchOnUnknownKeyId) throw thrown;
      return verifyWith(token, await keySets.newerThan(jwks, keySet));
    }
  }

  function verifyWith(token: string, keySet: KeySet): Promise<VerifiedToken> {
    const { algorithms, clockSkewSeconds, audience, maximumBytes } = profile.token;
    return verifyToken(token, keySet, {
      nowSeconds: Math.floor(clock.now() / 1000),
      clockSkewSeconds,
      audience,
      algorithms: algorithms.filter(isTokenAlgorithm),
      maxBytes: maximumBytes,
    });
  }

  function identifierIn(claims: JsonObject): string {
    const identifier = claims[profile.token.identifierClaim];
    if (typeof identifier === "string" && identifier !== "") return identifier;
    throw refusal("missing-identifier", profile.token.identifierClaim, identifier, "the user-visible identifier");
  }

  function checkVersion(claims: JsonObject): void {
    const { versionClaim } = profile.token;
    const version = claims[versionClaim];
    if (String(version) === profile.channel.protocolVersion) return;
    throw refusal("wrong-protocol-version", versionClaim, version, `"${profile.channel.protocolVersion}"`);
  }

  function traceOf(token: string, verdict: string, reason?: string): TraceToken {
    const verifiedAt = Math.floor(clock.now() / 1000);
    return { ...traceToken(token), verdict, verifiedAt, ...(reason !== undefined && { reason }) };
  }

  return {
    async verify(token) {
      try {
        return { ...(await accept(token)), trace: traceOf(token, "ok") };
      } catch (thrown) {
        if (!(thrown instanceof TokenError || thrown instanceof AccountError)) throw thrown;
        return {
          ok: false,
          code: thrown.code,
          message: thrown.message,
          trace: traceOf(token, thrown.code, thrown.message),
        };
      }
    },
  };
}

function refusal(code: AccountErrorCode, claim: string, found: unknown, wanted: string): AccountError {
  const shown = excerpt(found, 80) ?? "missing";
  return new AccountError(code, `Verify token claim ${claim}: found ${shown}, wanted ${wanted}`);
}

/** A token for the trace, without its signature; if it cannot be read, only size and digest. */
function traceToken(token: string): Omit<TraceToken, "verdict"> {
  const { header, claims } = partsOf(token);
  return {
    header: asJson(header),
    claims: asJson(claims),
    bytes: Buffer.byteLength(token),
    sha256: createHash("sha256").update(token).digest("hex"),
  };
}

function partsOf(token: string): { header: JsonObject; claims: JsonObject } {
  try {
    return inspectToken(token);
  } catch {
    return { header: {}, claims: {} };
  }
}

/** Both parts come from JSON text, so every value in them is JSON. */
function asJson(parsed: JsonObject): { readonly [key: string]: Json } {
  return parsed as { readonly [key: string]: Json };
}
