import { anyJson, either, integer, list, object, optional, record, text } from "../../../schema/shape.js";
import { endpoints } from "./components.js";
import { contract } from "./contract.js";

const tenant = object({ id: text(), seed: text(), profile: text(), endpoints });
const params = object({ tenant: text({ minLength: 1, maxLength: 40 }) });

export const createTenant = contract({
  id: "createTenant",
  tag: "tenants",
  method: "post",
  path: "/tenants",
  scope: "server",
  summary: "Makes a simulated side of its own",
  description:
    "With its own addresses, root key, accounts, users, faults, journal and clock. Parallel tests take one each and do not " +
    "see each other.",
  body: object({
    id: optional(text({ pattern: "^[a-z0-9][a-z0-9-]{0,39}$" })),
    seed: optional(text({ maxLength: 200 })),
    profile: optional(
      either(text({ maxLength: 100 }), record(anyJson()), {
        description: "Name of a built-in profile, or what a profile file holds; that of the first tenant unless told",
      }),
    ),
  }),
  answer: { status: 201, description: "Ready", shape: tenant },
});

export const listTenants = contract({
  id: "listTenants",
  tag: "tenants",
  method: "get",
  path: "/tenants",
  scope: "server",
  summary: "Lists the tenants",
  answer: { status: 200, description: "All, the first one included", shape: object({ tenants: list(tenant) }) },
});

export const getTenant = contract({
  id: "getTenant",
  tag: "tenants",
  method: "get",
  path: "/tenants/{tenant}",
  scope: "server",
  summary: "Shows one tenant",
  params,
  answer: { status: 200, description: "Its addresses and its seed", shape: tenant },
  problems: ["not-found"],
});

export const removeTenant = contract({
  id: "removeTenant",
  tag: "tenants",
  method: "delete",
  path: "/tenants/{tenant}",
  scope: "server",
  summary: "Stops a tenant and forgets all of it",
  description: "Others do not notice. The first one cannot be removed.",
  params,
  answer: { status: 204, description: "Gone" },
  problems: ["not-found"],
});

export const resetTenant = contract({
  id: "resetTenant",
  tag: "tenants",
  method: "post",
  path: "/reset",
  scope: "tenant",
  summary: "Forgets accounts, users, connections and faults",
  description:
    "Ends all waits. Providers, the clock and the journal stay; what was recorded before is no longer found unless after " +
    "asks for it.",
  answer: {
    status: 200,
    description: "As new",
    shape: object({ since: integer({ description: "Number of the last entry before the reset" }) }),
  },
});
