import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { faults } from "../../../../faults/index.js";
import type { Json } from "../../../../harness/model/trace.js";
import { components } from "../contract/components.js";
import { type AnyContract, namesTenant, pathsOf } from "../contract/contract.js";
import { contracts as byId } from "../contract/index.js";
import { adminErrorCodes, problemKinds } from "../contract/problems.js";
import { openApiDocument } from "./openapi.js";
import { pageOf } from "./page.js";

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

const contracts: readonly AnyContract[] = Object.values(byId);
const document = openApiDocument(byId) as unknown as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe("the document", () => {
  test("has every route at each of its paths, and nothing else", () => {
    const wanted = contracts.flatMap((each) => pathsOf(each).map((path) => `${each.method} ${path}`));
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(wanted.sort());
    expect(wanted.length).toBeGreaterThan(40);
    expect(document.openapi).toBe("3.1.0");
  });

  test("is OpenAPI 3.1 by the schema that its authors publish", () => {
    const path = new URL("../../../../fixtures/openapi/schema-3.1.json", import.meta.url);
    // Where this reference leads when nobody extends the schema; Ajv loses its way there.
    const text = readFileSync(path, "utf8").replaceAll('"$dynamicRef": "#meta"', '"$ref": "#/$defs/schema"');
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const validate = ajv.compile(JSON.parse(text) as object);
    expect([validate(document), validate.errors]).toEqual([true, null]);
    expect(validate({ ...document, openapi: "3.0.0" })).toBe(false);
    expect(validate({ ...document, paths: { "/x": { get: { parameters: [{ name: "y" }] } } } })).toBe(false);
  });

  test("refers to nothing that is not in it", () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    const named = new Set(refs.map(([, name = ""]) => name));
    expect([...named].filter((name) => components[name] === undefined)).toEqual([]);
    expect(JSON.stringify(document).match(/"\$ref"/g)).toHaveLength(refs.length);
    expect(named.size).toBeGreaterThan(3);
  });

  test("gives every operation an id of its own, a success and its problems", () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation } of operations) {
      const statuses = Object.keys(operation.responses);
      expect(statuses.some((status) => status.startsWith("2"))).toBe(true);
      expect(statuses).toContain("500");
    }
  });

  test("declares every parameter of a path", () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();
      const declared = (operation.parameters ?? []).filter((each) => each.in === "path").map(({ name }) => name);
      expect([path, declared.sort()]).toEqual([path, inPath]);
    }
  });

  test("holds only schemas that compile", () => {
    const ajv = new Ajv2020({ strictRequired: false, allowUnionTypes: true }).addVocabulary(["components"]);
    const used = contracts.flatMap(({ params, query, body, answer }) => [params, query, body, answer.schema]);
    const schemas = [...used.filter((schema) => schema !== undefined), ...Object.values(components)];
    for (const schema of schemas) {
      expect(() => ajv.compile({ ...schema, components: { schemas: components } })).not.toThrow();
    }
    expect(schemas.length).toBeGreaterThan(40);
  });
});

describe("the page", () => {
  const page = pageOf(document as unknown as Json);

  test("shows every operation once, and explains every problem", () => {
    for (const { method, path } of operations) {
      if (namesTenant(path)) continue;
      expect(page).toContain(`${method.toUpperCase()} ${path}<`);
    }
    for (const code of adminErrorCodes) expect(page).toContain(problemKinds[code].title);
  });

  test("has a command for each, the members of what it takes and gives, and every fault", () => {
    const escaped = "curl --header &quot;authorization: Bearer $TOKEN&quot; &quot;$ADMIN/v1/users&quot; --data '{ }'";
    expect(page).toContain(escaped);
    expect(page.match(/<pre>curl /g)).toHaveLength(operations.filter(({ path }) => !namesTenant(path)).length);
    expect(page).toContain("<code>endpoints.jwks</code>");
    for (const { id, sentence } of Object.values(faults))
      expect(page).toContain(`<code>${id}</code></td><td>${sentence}`);
  });

  test("loads nothing and runs nothing", () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|https?:\/\//i);
  });
});
