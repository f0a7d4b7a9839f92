import { excerpt } from "../../core/excerpt.js";
import { TokenError } from "./errors.js";
import type { JsonObject } from "./inspect.js";

export interface ClaimRules {
  /** Unix seconds. */
  readonly nowSeconds: number;
  /** Tolerance at every time limit. */
  readonly clockSkewSeconds: number;
  /** Exact `iss`, when given. */
  readonly issuer?: string;
  /** Must be `aud` or among it, when given. */
  readonly audience?: string;
}

/**
 * Judges the registered claims of RFC 7519 section 4.1. `exp` is always demanded. A token issued in the future counts as
 * not yet valid.
 *
 * @throws TokenError `missing-claim`, `expired`, `not-yet-valid`, `wrong-issuer`, `wrong-audience`.
 */
export function judgeClaims(claims: JsonObject, rules: ClaimRules): void {
  judgeTimes(claims, rules);
  const { issuer, audience } = rules;
  if (issuer !== undefined && claims["iss"] !== issuer) {
    throw refusal(
      claims["iss"] === undefined ? "missing-claim" : "wrong-issuer",
      `iss ${shown(claims["iss"])}`,
      issuer,
    );
  }
  if (audience !== undefined && !audiences(claims).includes(audience)) {
    const missing = claims["aud"] === undefined;
    throw refusal(missing ? "missing-claim" : "wrong-audience", `aud ${shown(claims["aud"])}`, audience);
  }
}

function judgeTimes(claims: JsonObject, { nowSeconds, clockSkewSeconds }: ClaimRules): void {
  const expires = time(claims, "exp");
  if (expires === undefined) throw refusal("missing-claim", "no exp", "unix seconds");
  if (expires + clockSkewSeconds <= nowSeconds) throw refusal("expired", `exp ${expires}`, `after ${nowSeconds}`);
  for (const name of ["nbf", "iat"]) {
    const start = time(claims, name);
    if (start !== undefined && start - clockSkewSeconds > nowSeconds) {
      throw refusal("not-yet-valid", `${name} ${start}`, `at most ${nowSeconds}`);
    }
  }
}

function time(claims: JsonObject, name: string): number | undefined {
  const value = claims[name];
  if (value === undefined || (typeof value === "number" && Number.isFinite(value))) return value;
  throw refusal("token-malformed", `${name} ${shown(value)}`, "unix seconds as a number");
}

function audiences(claims: JsonObject): readonly unknown[] {
  const audience = claims["aud"];
  return Array.isArray(audience) ? audience : [audience];
}

function shown(value: unknown): string {
  return excerpt(value, 80) ?? "missing";
}

function refusal(code: TokenError["code"], found: string, wanted: string): TokenError {
  return new TokenError(code, `Verify token claims: found ${found}, wanted ${wanted}`);
}
