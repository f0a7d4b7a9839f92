import { integer, list, object, optional, text } from "../../../schema/shape.js";
import { contract } from "./contract.js";

const url = text({ pattern: "^https?://", maxLength: 2000 });

export const integrator = object({
  id: integer({ minimum: 1, maximum: 999, description: "First number of the logins" }),
  slug: text({ minLength: 1, maxLength: 100, description: "The issuer of the provider's tokens" }),
  endpoints: object({ jwks: url, media: url, push: url }, { description: "The provider's own servers" }),
  tlsCa: optional(
    text({ pattern: "^-----BEGIN CERTIFICATE-----", maxLength: 100_000, description: "PEM to trust there" }),
  ),
});

export const putIntegrator = contract({
  id: "putIntegrator",
  tag: "integrators",
  method: "post",
  path: "/integrators",
  scope: "tenant",
  summary: "Makes a provider known, or replaces the one with this number",
  description: "Its tokens are verified from now on with the keys at endpoints.jwks.",
  body: integrator,
  answer: { status: 200, description: "The provider as it is known now", shape: integrator },
});

export const listIntegrators = contract({
  id: "listIntegrators",
  tag: "integrators",
  method: "get",
  path: "/integrators",
  scope: "tenant",
  summary: "Lists the providers",
  answer: { status: 200, description: "All of them", shape: object({ integrators: list(integrator) }) },
});
