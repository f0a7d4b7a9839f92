import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { decodeNode } from "../binary/decode.js";
import { encodeNode } from "../binary/encode.js";
import { stanzaErrorCodes } from "../errors.js";
import { childrenOf, node, type StanzaNode } from "../node.js";
import { fromXml } from "../xml/read.js";
import { toXml } from "../xml/write.js";
import { catalogueEntries as entriesFor } from "./catalogue.js";
import type { Direction } from "./entry.js";
import { sampleForms } from "./samples/sample.js";
import { samples } from "./samples/samples.js";
import { stanzaValidator } from "./validate.js";

const validate = stanzaValidator(sampleForms);
const catalogueEntries = entriesFor(sampleForms);
const nameOf = ({ direction, id }: { direction: Direction; id: string }): string => `${direction}/${id}`;
/** Ids of entries that allow further attributes. */
const open = ["success", "call"];

describe("a conforming stanza", () => {
  test.each(samples)("%s %s", (direction, id, sample) => {
    const broken = { ...sample, attrs: open.includes(id) ? {} : { ...sample.attrs, extra: "1" } };
    expect(validate(broken, direction)[0]?.stanza).toBe(id);
    expect(validate(sample, direction)).toEqual([]);
    expect(validate(decodeNode(encodeNode(sample)).node, direction)).toEqual([]);
    expect(validate(fromXml(toXml(sample)), direction)).toEqual([]);
  });

  test("is there for every entry", () => {
    const covered = new Set(samples.map(([direction, id]) => `${direction}/${id}`));
    expect(catalogueEntries.map(nameOf).filter((name) => !covered.has(name))).toEqual([]);
  });
});

test("a first upload of 812 keys conforms", () => {
  const [, , upload] = samples.find(([, id]) => id === "iq-encrypt-upload") ?? [];
  const grown = (upload === undefined ? [] : childrenOf(upload)).map((child) =>
    child.tag === "list" ? { ...child, content: Array(812).fill(childrenOf(child)[0]) } : child,
  );
  expect(validate({ tag: "iq", attrs: upload?.attrs ?? {}, content: grown }, "from-client")).toEqual([]);
});

describe("one change makes one violation", () => {
  const closed = samples.filter(([, id]) => !open.includes(id));

  test.each(closed)("an extra attribute: %s %s", (direction, _, sample) => {
    for (const changed of everywhere(sample, (found) => ({ ...found, attrs: { ...found.attrs, extra: "1" } }))) {
      expect(validate(changed, direction).map(({ rule }) => rule)).toEqual(["unknown-attribute"]);
    }
  });

  test.each(closed)("an extra child: %s %s", (direction, _, sample) => {
    const withChild = (found: StanzaNode): StanzaNode | undefined =>
      found.content instanceof Uint8Array ? undefined : { ...found, content: [...childrenOf(found), node("extra")] };
    for (const changed of everywhere(sample, withChild)) {
      const rules = validate(changed, direction).map(({ rule }) => rule);
      expect(rules.length).toBeGreaterThan(0);
      expect(rules.every((rule) => rule === "unknown-child" || rule === "unknown-stanza")).toBe(true);
    }
  });

  test.each(closed)("content where none is allowed: %s %s", (direction, _, sample) => {
    const withText = (found: StanzaNode): StanzaNode | undefined =>
      found.content === undefined ? { ...found, content: "extra" } : undefined;
    for (const changed of everywhere(sample, withText)) {
      expect(validate(changed, direction).map(({ rule }) => rule)).toContain("bad-content");
    }
  });

  test.each(closed)("an empty element where content belongs: %s %s", (direction, _, sample) => {
    const emptied = (found: StanzaNode): StanzaNode | undefined =>
      found.content instanceof Uint8Array ? node(found.tag, found.attrs) : undefined;
    for (const changed of everywhere(sample, emptied)) {
      expect(validate(changed, direction).map(({ rule }) => rule)).toEqual(["bad-content"]);
    }
  });
});

describe("the catalogue", () => {
  test("has unique ids and valid JSON Schemas", () => {
    expect(new Set(catalogueEntries.map(nameOf)).size).toBe(catalogueEntries.length);
    const ajv = new Ajv2020({ strict: true, strictTypes: true });
    for (const { schema } of catalogueEntries) expect(ajv.validateSchema({ ...schema })).toBe(true);
    const schemas = catalogueEntries.map(({ schema }) => schema);
    expect(JSON.parse(JSON.stringify(schemas))).toEqual(schemas);
  });

  test("names a source for everything", () => {
    for (const { source } of catalogueEntries) expect(source).toMatch(/fact|wire|open clients/);
  });
});

test("every error code has its paragraph", () => {
  const text = readFileSync(new URL("../../../docs/errors/stanza.md", import.meta.url), "utf8");
  expect([...text.matchAll(/^### (.+)$/gm)].map(([, code]) => code)).toEqual([...stanzaErrorCodes]);
});

/** Copies of a tree with `change` made to one node each; only the first of equal siblings is changed. */
function everywhere(tree: StanzaNode, change: (found: StanzaNode) => StanzaNode | undefined): readonly StanzaNode[] {
  const changed = change(tree);
  const children = childrenOf(tree);
  const deeper = children.slice(0, 6).flatMap((child, index) => {
    return everywhere(child, change).map((copy) => ({ ...tree, content: children.with(index, copy) }));
  });
  return changed === undefined ? deeper : [changed, ...deeper];
}
