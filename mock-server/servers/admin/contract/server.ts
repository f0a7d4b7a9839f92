import { Type } from "@sinclair/typebox";
import { json, list, object, oneOf, record } from "../../../schema/schema.js";
import { endpoints } from "./components.js";
import { operations } from "./contract.js";

const tenant = object({ id: Type.String(), seed: Type.String(), profile: Type.String(), endpoints });

const params = object({ tenant: Type.String({ minLength: 1, maxLength: 40 }) });

export const tenants = {
  ...operations("tenants", "server", ({ get, post, remove }) => ({
    createTenant: post("/tenants", {
      summary: "Makes a simulated side of its own",
      description:
        "With its own addresses, root key, accounts, users, faults, journal and clock. Parallel tests take one each and do not " +
        "see each other.",
      body: object({
        id: Type.Optional(Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,39}$" })),
        seed: Type.Optional(Type.String({ maxLength: 200 })),
        profile: Type.Optional(
          Type.Union([Type.String({ maxLength: 100 }), record(json())], {
            description:
              "Name of a built-in profile, or what a profile file holds; that of the first tenant unless told",
          }),
        ),
      }),
      answer: { status: 201, description: "Ready", schema: tenant },
    }),
    listTenants: get("/tenants", {
      summary: "Lists the tenants",
      answer: { status: 200, description: "All, the first one included", schema: object({ tenants: list(tenant) }) },
    }),
    getTenant: get("/tenants/{tenant}", {
      summary: "Shows one tenant",
      params,
      answer: { status: 200, description: "Its addresses and its seed", schema: tenant },
      problems: ["not-found"],
    }),
    removeTenant: remove("/tenants/{tenant}", {
      summary: "Stops a tenant and forgets all of it",
      description: "Others do not notice. The first one cannot be removed.",
      params,
      answer: { status: 204, description: "Gone" },
      problems: ["not-found"],
    }),
  })),
  ...operations("tenants", "tenant", ({ post }) => ({
    resetTenant: post("/reset", {
      summary: "Forgets accounts, users, connections and faults",
      description:
        "Ends all waits. Providers, the clock and the journal stay; what was recorded before is no longer found unless after " +
        "asks for it.",
      answer: {
        status: 200,
        description: "As new",
        schema: object({ since: Type.Integer({ description: "Number of the last entry before the reset" }) }),
      },
    }),
  })),
};

export const server = {
  ...operations("server", "open", ({ get }) => ({
    health: get("/health", {
      summary: "Whether the process is alive",
      answer: { status: 200, description: "It answers", schema: object({ status: oneOf(["ok"]) }) },
    }),
    ready: get("/ready", {
      summary: "Whether clients may connect",
      description: "No reset changes this.",
      answer: { status: 200, description: "All sockets are bound", schema: object({ status: oneOf(["ready"]) }) },
      problems: ["closing"],
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
      summary: "Hands out the certificate that TLS clients have to trust",
      answer: { status: 200, description: "PEM", schema: Type.String(), media: "application/pem-certificate-chain" },
      problems: ["not-found"],
    }),
  })),
};
