import type { Json } from "../../../../harness/model/trace.js";
import type { JsonSchema } from "../../../schema/schema.js";
import { components } from "../contract/components.js";
import { type AnyContract, namesTenant, pathsOf, tags } from "../contract/contract.js";
import { type AdminErrorCode, problemKinds, refusedStatus } from "../contract/problems.js";

const tenantParameter = {
  name: "tenant",
  in: "path",
  required: true,
  description: 'Id of the tenant; "default" is the first one',
  schema: { type: "string" },
};

/** The OpenAPI 3.1 document of operations by their ids. */
export function openApiDocument(contracts: Readonly<Record<string, AnyContract>>): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [id, contract] of Object.entries(contracts)) {
    for (const path of pathsOf(contract)) {
      paths[path] = { ...paths[path], [contract.method]: operationOf(id, contract, path) };
    }
  }
  const document = {
    openapi: "3.1.0",
    info: {
      title: "Admin API of the simulated Meta endpoint",
      version: "1",
      description:
        "Everything below /v1 requires the bearer token of the manifest. Operations of a tenant are below /v1 for the first " +
        "tenant, and below /v1/tenants/{tenant} for any tenant.",
      license: { name: "AGPL-3.0-only", identifier: "AGPL-3.0-only" },
    },
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: components,
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
  };
  // It consists of JSON Schemas and texts.
  return document as unknown as Json;
}

function operationOf(id: string, contract: AnyContract, path: string) {
  const { tag, scope, summary, description, params, query, body } = contract;
  const ofTenant = namesTenant(path);
  const parameters = [
    ...(ofTenant ? [tenantParameter] : []),
    ...parametersOf(params, "path"),
    ...parametersOf(query, "query"),
  ];
  return {
    operationId: ofTenant ? `${id}OfTenant` : id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    security: scope === "open" ? [] : [{ token: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && {
      requestBody: { required: true, content: { "application/json": { schema: body } } },
    }),
    responses: { ...answerOf(contract), ...problemsOf(contract, ofTenant) },
  };
}

function parametersOf(schema: JsonSchema | undefined, where: "path" | "query") {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, member]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: member,
  }));
}

function answerOf({ answer: { status, description, schema, media } }: AnyContract) {
  return {
    [status]: {
      description,
      ...(schema !== undefined && { content: { [media ?? "application/json"]: { schema } } }),
    },
  };
}

/** By status; several codes may share one. */
function problemsOf({ scope, params, query, body, problems = [] }: AnyContract, ofTenant: boolean) {
  const validated = body !== undefined || query !== undefined || params !== undefined;
  const codes: AdminErrorCode[] = [
    ...(validated ? (["bad-request"] as const) : []),
    ...(body === undefined ? [] : (["body-not-json", "body-too-large"] as const)),
    ...(scope === "open" ? [] : (["unauthorised", "closing"] as const)),
    ...(ofTenant ? (["not-found"] as const) : []),
    ...problems,
    "defect",
  ];
  const byStatus = new Map<number, Set<string>>();
  for (const code of codes) {
    const { status } = problemKinds[code];
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  if (scope === "tenant") byStatus.set(refusedStatus, new Set(["a code of another area, see docs/errors"]));
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return Object.fromEntries(
    [...byStatus].map(([status, words]) => [status, { description: [...words].join(", "), content }]),
  );
}
