import { Type } from "@sinclair/typebox";
import { json, list, object, oneOf, record } from "../../../schema/schema.js";
import { endpoints } from "./components.js";
import { operations } from "./contract.js";

const tenant = object({ id: Type.String(), seed: Type.String(), profile: Type.String(), endpoints });

const params = object({ tenant: Type.String({ minLength: 1, maxLength: 40 }) });

export const tenants = {
  ...operations("tenants", "server", ({ get, post, remove }) => ({
    createTenant: post("/tenants", {
      summary: "Creates a tenant, a separate simulated side",
      description:
        "It has its own addresses, root key, accounts, users, faults, journal and clock. Give each of several parallel tests " +
        "its own tenant: they do not see each other.",
      body: object({
        id: Type.Optional(Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,39}$" })),
        seed: Type.Optional(Type.String({ maxLength: 200 })),
        profile: Type.Optional(
          Type.Union([Type.String({ maxLength: 100 }), record(json())], {
            description:
              "Name of a built-in profile, or the content of a profile file (default: the profile of the first tenant)",
          }),
        ),
      }),
      answer: { status: 201, description: "Created", schema: tenant },
    }),
    listTenants: get("/tenants", {
      summary: "Lists the tenants",
      answer: {
        status: 200,
        description: "All tenants, with the first one",
        schema: object({ tenants: list(tenant) }),
      },
    }),
    getTenant: get("/tenants/{tenant}", {
      summary: "Shows one tenant",
      params,
      answer: { status: 200, description: "The tenant", schema: tenant },
      problems: ["not-found"],
    }),
    removeTenant: remove("/tenants/{tenant}", {
      summary: "Stops a tenant and deletes everything in it",
      description: "Other tenants are not affected. The first tenant cannot be removed.",
      params,
      answer: { status: 204, description: "Removed" },
      problems: ["not-found"],
    }),
  })),
  ...operations("tenants", "tenant", ({ post }) => ({
    resetTenant: post("/reset", {
      summary: "Removes accounts, users, connections and faults",
      description:
        "Ends all waits. Providers, the clock and the journal stay. Queries find entries from before the reset only when after " +
        "asks for them.",
      answer: {
        status: 200,
        description: "Reset",
        schema: object({ since: Type.Integer({ description: "Number of the last entry before the reset" }) }),
      },
    }),
  })),
};

export const server = {
  ...operations("server", "open", ({ get }) => ({
    health: get("/health", {
      summary: "Whether the process is alive",
      answer: { status: 200, description: "It is alive", schema: object({ status: oneOf(["ok"]) }) },
    }),
    ready: get("/ready", {
      summary: "Whether clients may connect",
      description: "A reset does not change this.",
      answer: { status: 200, description: "They may connect", schema: object({ status: oneOf(["ready"]) }) },
      problems: ["closing"],
    }),
    readMetrics: get("/metrics", {
      summary: "Reads numbers for Prometheus",
      description:
        "Connections, logins, stanzas, media bytes and queues of all tenants; memory and event loop of the process.",
      answer: {
        status: 200,
        description: "The text format of Prometheus",
        schema: Type.String(),
        media: "text/plain; version=0.0.4; charset=utf-8",
      },
    }),
    readDocument: get("/openapi.json", {
      summary: "This document",
      answer: { status: 200, description: "OpenAPI 3.1", schema: json() },
    }),
    readPage: get("/docs", {
      summary: "This document, for people",
      answer: { status: 200, description: "One page without scripts", schema: Type.String(), media: "text/html" },
    }),
  })),
  ...operations("server", "server", ({ get }) => ({
    readServer: get("/server", {
      summary: "Shows how the endpoint was started",
      answer: {
        status: 200,
        description: "Its settings",
        schema: object({
          seed: Type.String(),
          profile: Type.String(),
          profileVersion: Type.String(),
          tls: Type.Boolean(),
        }),
      },
    }),
    readCa: get("/ca.pem", {
      summary: "Reads the certificate that TLS clients must trust",
      answer: { status: 200, description: "PEM", schema: Type.String(), media: "application/pem-certificate-chain" },
      problems: ["not-found"],
    }),
  })),
};
