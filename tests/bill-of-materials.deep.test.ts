import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { root } from "./sources.js";

interface Bill {
  readonly bomFormat: string;
  readonly components: readonly { readonly name: string; readonly version: string; readonly purl: string }[];
}

const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), "utf8");

// `npm run test:deep` builds the package, with everything that is shipped in it.
test("the package ships a bill of materials with all its parts, and no place of this machine", () => {
  const text = read("dist", "sbom.cdx.json");
  const { bomFormat, components } = JSON.parse(text) as Bill;
  const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Readonly<Record<string, string>> };
  const stated = new Set(components.map(({ purl }) => decodeURIComponent(purl)));
  const wanted = Object.entries(dependencies).map(([name, version]) =>
    version.startsWith("npm:") ? `pkg:${version.replace("npm:", "npm/")}` : `pkg:npm/${name}@${version}`,
  );
  expect(bomFormat).toBe("CycloneDX");
  expect(wanted.filter((purl) => !stated.has(purl))).toEqual([]);
  expect(text).not.toContain(root);
  expect(text).not.toMatch(/"type": "distribution"/);
});
