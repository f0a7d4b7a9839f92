import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { allVectors } from "../cli/vectors/all.js";
import { vectorJson } from "../cli/vectors/vector-file.js";
import { catalogueEntries } from "../protocol/stanza/catalogue/catalogue.js";
import { purposes } from "../protocol/stanza/catalogue/purposes.js";
import { stanzaReference, stanzaSchema } from "../protocol/stanza/catalogue/reference.js";
import { sampleForms } from "../protocol/stanza/catalogue/samples/sample.js";
import { doubleByteWords, singleByteWords } from "../protocol/stanza/gen/dictionary.js";
import { root } from "./sources.js";

const folder = "docs/implementing";
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const entries = catalogueEntries(sampleForms).map(({ direction, id }) => `${direction} ${id}`);

describe("what follows from the code is that of today (node scripts/generate-docs.js stanzas)", () => {
  test.each([
    ["stanzas.md", stanzaReference],
    ["stanzas.schema.json", stanzaSchema],
  ])("%s", (name, text) => {
    expect(read(`${folder}/${name}`)).toBe(text());
  });

  test("the dictionary", () => {
    const { single, double } = JSON.parse(read(`${folder}/dictionary.json`)) as Record<string, unknown>;
    expect([single, double]).toEqual([singleByteWords, doubleByteWords]);
  });

  test("the protobuf schemas", () => {
    const names = readdirSync(join(root, "proto")).filter((name) => name.endsWith(".proto"));
    expect(readdirSync(join(root, folder, "proto")).toSorted()).toEqual(names.toSorted());
    for (const name of names) expect(read(`${folder}/proto/${name}`)).toBe(read(`proto/${name}`));
  });
});

test("the provider in Python has the same dictionary and schemas", () => {
  const example = "examples/python-provider";
  expect(read(`${example}/dictionary.json`)).toBe(read(`${folder}/dictionary.json`));
  for (const name of readdirSync(join(root, example, "proto"))) {
    expect(read(`${example}/proto/${name}`)).toBe(read(`${folder}/proto/${name}`));
  }
});

test("the page of stanzas explains each entry of the catalogue, and nothing else", () => {
  expect(Object.keys(purposes).toSorted()).toEqual(entries.toSorted());
});

describe("every byte string in the guide comes from the vectors", () => {
  const pages = readdirSync(join(root, folder)).filter((name) => name.endsWith(".md"));

  test.each(pages)("%s", async (page) => {
    const known = (await allVectors()).map(vectorJson).join("\n");
    const unknown = codeOf(read(`${folder}/${page}`))
      .flatMap((code) => [...code.matchAll(/(?<![\w-])[\da-f]{2}(?: ?[\da-f]{2}){4,}(?![\w-])/g)])
      .map(([hex]) => hex.replaceAll(" ", ""))
      .filter((hex) => /[a-f]/.test(hex) && !known.includes(hex));
    expect(unknown).toEqual([]);
  });

  test("and there are some", () => {
    const strings = pages.flatMap((page) => read(`${folder}/${page}`).match(/[\da-f]{64}/g) ?? []);
    expect(strings.length).toBeGreaterThan(20);
  });
});

/** Fenced blocks and inline code. */
function codeOf(text: string): readonly string[] {
  return [...text.matchAll(/^```[\s\S]*?^```|`[^`\n]+`/gm)].map(([code]) => code);
}
