import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { root } from "./sources.js";

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: true;
  readonly devOptional?: true;
}

/** Licences under which a part may be combined with, and shipped beside, a work under AGPL-3.0-only. */
const compatible = new Set([
  "0BSD",
  "AGPL-3.0-only",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Zlib",
]);

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** What an installation of the package gets: path and licence of each part. */
const installed = Object.entries(packages).filter(
  ([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional,
);

/** A choice ("MIT OR CC0-1.0") may be made by us; what has several licences ("MIT AND Zlib") must fit with each. */
const isCompatible = (licence: string): boolean =>
  licence
    .replace(/^\((.*)\)$/, "$1")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => compatible.has(one)));

test("every part of an installation has a licence that goes with AGPL-3.0-only", () => {
  expect(installed.length).toBeGreaterThan(50);
  const others = installed
    .filter(([, { license }]) => license === undefined || !isCompatible(license))
    .map(([path, { license }]) => `${path}: ${license ?? "no licence stated"}`);
  expect(others).toEqual([]);
});

test("the package itself states its licence, and ships its text", () => {
  expect(packages[""]?.license).toBe("AGPL-3.0-only");
  expect(readFileSync(join(root, "LICENSE"), "utf8")).toMatch(/GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3/);
});
