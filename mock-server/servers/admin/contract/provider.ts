import { Type } from "@sinclair/typebox";
import { list, object } from "../../../schema/schema.js";
import { address, anyId, hexKey, registrationId, signedPreKey, stanza } from "./components.js";
import { operations } from "./contract.js";

/** The provider under test, as the simulated servers know it: integrators, accounts, live connections, pushes. */

const url = Type.String({ pattern: "^https?://", maxLength: 2000 });

export const integrator = object({
  id: Type.Integer({ minimum: 1, maximum: 999, description: "First number of the logins" }),
  slug: Type.String({ minLength: 1, maxLength: 100, description: "The issuer of the provider's tokens" }),
  endpoints: object({ jwks: url, media: url, push: url }, { description: "The provider's own servers" }),
  tlsCa: Type.Optional(
    Type.String({ pattern: "^-----BEGIN CERTIFICATE-----", maxLength: 100_000, description: "PEM to trust there" }),
  ),
});

export const integrators = operations("integrators", "tenant", ({ get, post }) => ({
  putIntegrator: post("/integrators", {
    summary: "Makes a provider known, or replaces the one with this number",
    description: "Its tokens are verified from now on with the keys at endpoints.jwks.",
    body: integrator,
    answer: { status: 200, description: "The provider as it is known now", schema: integrator },
  }),
  listIntegrators: get("/integrators", {
    summary: "Lists the providers",
    answer: { status: 200, description: "All of them", schema: object({ integrators: list(integrator) }) },
  }),
}));

export const account = object({
  login: Type.String({ description: "For example 900-10853634039893@interop" }),
  userId: Type.String({ description: "The identifier that the provider's users see" }),
  connected: Type.Boolean(),
  preKeysLeft: Type.Integer(),
  queued: Type.Integer({ description: "Stanzas that wait in the mailbox" }),
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
    answer: { status: 200, description: "As the servers know it now", schema: account },
    problems: ["not-found"],
  }),
  enlistAccount: post("/accounts", {
    summary: "Enlists an account without the enlistment request",
    description:
      "For tests of the chat channel alone. A login that is there already gets these keys, as when enlisted again.",
    body: newAccount,
    answer: { status: 201, description: "Enlisted", schema: account },
  }),
  removeAccount: remove("/accounts/{login}", {
    summary: "Removes an account, as the servers do after long inactivity",
    description: "A live connection is told with a stream error first.",
    params,
    answer: { status: 204, description: "Removed" },
    problems: ["not-found"],
  }),
}));

const session = object({ login: Type.String(), connection: Type.String({ description: "As in the journal" }) });

export const sessions = operations("sessions", "tenant", ({ get, post, remove }) => ({
  listSessions: get("/sessions", {
    summary: "Lists the live connections",
    answer: { status: 200, description: "All that are logged in", schema: object({ sessions: list(session) }) },
  }),
  sendStanzas: post("/sessions/{login}/stanzas", {
    summary: "Sends any stanzas as the server",
    description: "Those of one request leave in one turn. They are not judged first: whatever can be encoded is sent.",
    params,
    body: object({ stanzas: list(stanza, { minItems: 1, maxItems: 100 }) }),
    answer: { status: 202, description: "Written to the connection", schema: session },
    problems: ["not-connected"],
  }),
  dropSession: remove("/sessions/{login}", {
    summary: "Closes a connection without a word",
    params,
    answer: { status: 204, description: "Closed" },
    problems: ["not-connected"],
  }),
}));

export const push = operations("push", "tenant", ({ post }) => ({
  sendPush: post("/push", {
    summary: "Sends a push for a provider's user",
    description:
      "To the push endpoint of its integrator, whether the user is connected or not. What became of it is in the journal.",
    body: object({ login: address }),
    answer: { status: 202, description: "On its way" },
    problems: ["not-found"],
  }),
}));
