import { fault, faultTable } from "./fault.js";
import type { KeysAnswer, PushPlan } from "./hooks.js";
import { keyOf } from "./parameters.js";

const hour = 3600;

const forgeries = {
  signature: (plan: PushPlan): PushPlan => ({ ...plan, token: "spoiled" }),
  expired: ({ claims, ...plan }: PushPlan): PushPlan => ({
    ...plan,
    claims: { ...claims, iat: Number(claims["iat"]) - 48 * hour, exp: Number(claims["exp"]) - 48 * hour },
  }),
  audience: (plan: PushPlan): PushPlan => ({ ...plan, claims: { ...plan.claims, aud: "https://other.invalid" } }),
  issuer: (plan: PushPlan): PushPlan => ({ ...plan, claims: { ...plan.claims, iss: "SOMEBODY" } }),
  key: (plan: PushPlan): PushPlan => ({ ...plan, key: "foreign" }),
  "public-secret": (plan: PushPlan): PushPlan => ({ ...plan, token: "public-secret" }),
  unsigned: (plan: PushPlan): PushPlan => ({ ...plan, token: "unsigned" }),
  missing: (plan: PushPlan): PushPlan => ({ ...plan, token: "missing" }),
  critical: (plan: PushPlan): PushPlan => ({ ...plan, header: { crit: ["exp-x"], "exp-x": 1 } }),
  "critical-empty": (plan: PushPlan): PushPlan => ({ ...plan, header: { crit: [] } }),
  unencoded: (plan: PushPlan): PushPlan => ({ ...plan, header: { crit: ["b64"], b64: false } }),
  "issuer-list": ({ claims, ...plan }: PushPlan): PushPlan => ({
    ...plan,
    claims: { ...claims, iss: [claims["iss"] ?? ""] },
  }),
  "audience-prefix": ({ claims, ...plan }: PushPlan): PushPlan => ({
    ...plan,
    claims: { ...claims, aud: `${String(claims["aud"])}.other.invalid` },
  }),
  algorithm: (plan: PushPlan): PushPlan => ({ ...plan, token: "other-algorithm" }),
  "other-key-id": (plan: PushPlan): PushPlan => ({ ...plan, token: "other-key-id" }),
};

/** Within the allowance of the profile, and of nearly every library. */
const clockAheadSeconds = 45;

/** Calls that are unusual and that nothing forbids. */
const unusual = {
  "audience-list": ({ claims, ...plan }: PushPlan): PushPlan => ({
    ...plan,
    claims: { ...claims, aud: ["https://other.invalid", claims["aud"] ?? ""] },
  }),
  "no-issue-time": ({ claims: { iat: _left, ...claims }, ...plan }: PushPlan): PushPlan => ({ ...plan, claims }),
  "extra-claims": ({ claims, ...plan }: PushPlan): PushPlan => ({
    ...plan,
    claims: { ...claims, jti: "1", nbf: claims["iat"] ?? 0, events: { "urn:example:push": {} }, admin: null },
  }),
  "type-at-jwt": (plan: PushPlan): PushPlan => ({ ...plan, header: { typ: "at+jwt" } }),
  "scheme-in-lower-case": (plan: PushPlan): PushPlan => ({ ...plan, scheme: "bearer" }),
  "clock-ahead": ({ claims, ...plan }: PushPlan): PushPlan => ({
    ...plan,
    claims: {
      ...claims,
      iat: Number(claims["iat"]) + clockAheadSeconds,
      nbf: Number(claims["iat"]) + clockAheadSeconds,
    },
  }),
  repeated: (plan: PushPlan): PushPlan => ({ ...plan, times: 3 }),
};

/**
 * Keys that a reader has to pass over: for another algorithm, for encryption, of types that it does not know, without
 * members that it needs (RFC 7517 section 5). Three have the id of the key that signs, as RFC 7517 section 4.5 allows.
 */
function keysBeside(keys: KeysAnswer["keys"]): KeysAnswer["keys"] {
  const current = keys.at(-1) ?? {};
  const { kid = "" } = current;
  const point = { kty: "EC", crv: "P-256", x: samplePoint.x, y: samplePoint.y };
  return [
    { ...point, kid, alg: "ES256", use: "sig" },
    { ...current, alg: "RSA-OAEP-256", use: "enc" },
    { ...current, alg: "RS512" },
    { kty: "OKP", crv: "Ed25519", x: samplePoint.x, kid: "okp", use: "sig" },
    { kty: "example", kid: "unheard-of" },
    { kty: "RSA", kid: "without-modulus", alg: "RS256", use: "sig", e: "AQAB" },
    { ...point, alg: "ES256" },
  ];
}

/** RFC 7517, appendix A.1. */
const samplePoint = {
  x: "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
  y: "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
};

const keyAnswers = {
  "others-first": ({ keys, ...answer }: KeysAnswer): KeysAnswer => ({
    ...answer,
    keys: [...keysBeside(keys), ...keys],
  }),
  "others-last": ({ keys, ...answer }: KeysAnswer): KeysAnswer => ({ ...answer, keys: [...keys, ...keysBeside(keys)] }),
  "jwk-set-type": (answer: KeysAnswer): KeysAnswer => ({
    ...answer,
    contentType: "application/jwk-set+json; charset=utf-8",
  }),
  unavailable: (answer: KeysAnswer): KeysAnswer => ({ ...answer, status: 503, keys: [] }),
};

/** What the push sender can do wrong. */
export const pushFaults = faultTable({
  "push-forged": fault({
    sentence: "Sends a push whose token has exactly one defect, or that has no token",
    hook: "push",
    params: { kind: keyOf(forgeries, "signature") },
    fits: (plan) => plan !== undefined,
    effect: (plan, { kind }) => plan && forgeries[kind](plan),
  }),
  "push-key-rotated": fault({
    sentence: "Signs a push with a key that was published a moment ago beside the earlier one",
    hook: "push-key",
    effect: () => "new",
  }),
  "push-unusual": fault({
    sentence: "Sends a push that is unusual in one respect that nothing forbids",
    hook: "push",
    params: { kind: keyOf(unusual) },
    fits: (plan) => plan !== undefined,
    effect: (plan, { kind }) => plan && unusual[kind](plan),
  }),
  "meta-keys-unusual": fault({
    sentence: "Publishes Meta's keys among others, under another content type, or answers with status 503",
    hook: "meta-keys",
    params: { form: keyOf(keyAnswers) },
    effect: (answer, { form }) => keyAnswers[form](answer),
  }),
  "push-withheld": fault({
    sentence: "Does not notify the provider that something waits for its user",
    hook: "push",
    effect: () => undefined,
  }),
});
