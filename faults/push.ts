import { fault, faultTable } from "./fault.js";
import type { PushPlan } from "./hooks.js";
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
  "push-withheld": fault({
    sentence: "Does not notify the provider that something waits for its user",
    hook: "push",
    effect: () => undefined,
  }),
});
