import { defineFault } from "./fault.js";
import type { PushPlan } from "./hooks.js";
import { choice } from "./parameters.js";

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
};

const kinds = Object.keys(forgeries) as readonly (keyof typeof forgeries)[];

export const pushForged = defineFault({
  id: "push-forged",
  sentence: "Sends a push whose token is right but for one thing, or that has none",
  hook: "push",
  params: { kind: choice(kinds, "signature") },
  fits: (plan) => plan !== undefined,
  effect: (plan, { kind }) => plan && forgeries[kind](plan),
});
