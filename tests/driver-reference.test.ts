import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { driverReference, driverSchema } from "../harness/driver/reference.js";
import { methodSchemas } from "../harness/driver/method-schemas.js";
import { root } from "./sources.js";

const read = (path: string): string => readFileSync(join(root, path), "utf8");

test.each([
  ["docs/driver-reference.md", driverReference],
  ["docs/driver-protocol.schema.json", driverSchema],
])("%s is what the schemas give (node scripts/generate-docs.js)", (path, text) => {
  expect(read(path)).toBe(text());
});

test("the page that tells what the protocol means has every method and every parameter", () => {
  const page = read("docs/driver-protocol.md");
  for (const [method, { params }] of Object.entries(methodSchemas)) {
    expect(page).toContain(`\`${method}\``);
    const row = page.split("\n").find((line) => line.startsWith("| ") && line.includes(`\`${method}\``)) ?? "";
    for (const name of Object.keys(params["properties"] ?? {}))
      expect([method, row]).toEqual([method, expect.stringContaining(name)]);
  }
});

test("the schema file can be used by itself", () => {
  const ajv = new Ajv2020({ strict: false, discriminator: true });
  ajv.addSchema(JSON.parse(driverSchema()) as object, "driver");
  const judge = (name: string, value: unknown): boolean => ajv.validate({ $ref: `driver#/$defs/${name}` }, value);
  expect(judge("user.enlist.params", { user: "ada" })).toBe(true);
  expect(judge("user.enlist.params", { user: "ada", more: 1 })).toBe(false);
  expect(judge("user.enlist.result", { login: "900-1@interop", more: 1 })).toBe(true);
  expect(judge("user.enlist.result", {})).toBe(false);
});
