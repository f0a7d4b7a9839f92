import { Type } from "@sinclair/typebox";
import { list, object } from "../../../schema/schema.js";
import { address, anyId, hexKey, registrationId, signedPreKey, stanza } from "./components.js";
import { operations } from "./contract.js";

/** The provider under test, as the simulated servers know it: integrators, accounts, live connections, pushes. */

const url = Type.String({ pattern: "^https?://", maxLength: 2000 });

export const integrator = object({
  id: Type.Integer({ minimum: 1, maximum: 999, description: "First number of its logins" }),
  slug: Type.String({ minLength: 1, maxLength: 100, description: "The issuer of the provider's tokens" }),
  endpoints: object({ jwks: url, media: url, push: url }, { description: "The provider's own servers" }),
  tlsCa: Type.Optional(
    Type.String({
      pattern: "^-----BEGIN CERTIFICATE-----",
      maxLength: 100_000,
      description: "PEM certificate to trust at these endpoints",
    }),
  ),
});

export const integrators = operations("integrators", "tenant", ({ get, post }) => ({
  putIntegrator: post("/integrators", {
    summary: "Registers a provider, or replaces the one with this number",
    description: "From now on the endpoint verifies its tokens with the keys at endpoints.jwks.",
    body: integrator,
    answer: { status: 200, description: "The registered provider", schema: integrator },
  }),
  listIntegrators: get("/integrators", {
    summary: "Lists the providers",
    answer: { status: 200, description: "All of them", schema: object({ integrators: list(integrator) }) },
  }),
}));

export const account = object({
  login: Type.String({ description: "For example 900-10853634039893@interop" }),
  userId: Type.String({ description: "The identifier that users of the provider see" }),
  connected: Type.Boolean(),
  preKeysLeft: Type.Integer(),
  queued: Type.Integer({ description: "Number of stanzas in the mailbox" }),
});

export const newAccount = object({
  login: Type.String({ pattern: "^[1-9][0-9]{0,2}-[1-9][0-9]{0,15}@interop$" }),
  userId: anyId,
  authKey: hexKey(32),
  identity: hexKey(32),
  registrationId,
  signedPreKey,
});

const params = object({ login: address });

export const accounts = operations("accounts", "tenant", ({ get, post, remove }) => ({
  listAccounts: get("/accounts", {
    summary: "Lists the enlisted accounts",
    answer: { status: 200, description: "All of them", schema: object({ accounts: list(account) }) },
  }),
  getAccount: get("/accounts/{login}", {
    summary: "Shows one account",
    params,
    answer: { status: 200, description: "The account", schema: account },
    problems: ["not-found"],
  }),
  enlistAccount: post("/accounts", {
    summary: "Enlists an account without an enlistment request",
    description: "For tests of the chat channel alone. An existing login gets these keys, as in a repeated enlistment.",
    body: newAccount,
    answer: { status: 201, description: "Enlisted", schema: account },
  }),
  removeAccount: remove("/accounts/{login}", {
    summary: "Removes an account, as the servers do after a long inactivity",
    description: "A live connection gets a stream error first.",
    params,
    answer: { status: 204, description: "Removed" },
    problems: ["not-found"],
  }),
}));

const session = object({ login: Type.String(), connection: Type.String({ description: "Its id in the journal" }) });

export const sessions = operations("sessions", "tenant", ({ get, post, remove }) => ({
  listSessions: get("/sessions", {
    summary: "Lists the live connections",
    answer: { status: 200, description: "All clients that are logged in", schema: object({ sessions: list(session) }) },
  }),
  sendStanzas: post("/sessions/{login}/stanzas", {
    summary: "Sends any stanzas as the chat server",
    description:
      "The stanzas of one request are sent together. They are not validated: the server sends anything that can be encoded.",
    params,
    body: object({ stanzas: list(stanza, { minItems: 1, maxItems: 100 }) }),
    answer: { status: 202, description: "Written to the connection", schema: session },
    problems: ["not-connected"],
  }),
  dropSession: remove("/sessions/{login}", {
    summary: "Closes a connection without a stream error",
    params,
    answer: { status: 204, description: "Closed" },
    problems: ["not-connected"],
  }),
}));

export const push = operations("push", "tenant", ({ post }) => ({
  sendPush: post("/push", {
    summary: "Sends a push for a user of the provider",
    description:
      "To the push endpoint of its integrator, even if the user is connected. The outcome appears in the journal.",
    body: object({ login: address }),
    answer: { status: 202, description: "Accepted" },
    problems: ["not-found"],
  }),
}));
