import { expect, test } from "@jest/globals";
import { usual } from "../provider-options.js";
import { rerunOptions } from "./rerun-options.js";

const plain = { ...usual, selectors: ["x"], out: "elsewhere", onlyFailed: true } as const;

test("what was left to its default is not repeated", () => {
  expect(rerunOptions(plain)).toEqual([]);
});

test("what a check is held to is", () => {
  const given = { provider: "node 'my driver.js'", profile: "p.json", timeout: 500, baseline: "b.yaml", seed: "s" };
  expect(rerunOptions({ ...plain, ...given })).toEqual([
    ...["--provider", "node 'my driver.js'", "--profile", "p.json", "--timeout", "500"],
    ...["--baseline", "b.yaml", "--seed", "s"],
  ]);
});

test("that slow checks were driven is", () => {
  expect(rerunOptions({ ...plain, slow: true })).toEqual(["--slow"]);
});

test.each([
  ["API_KEY=abc node d.js --verbose", "API_KEY=<redacted> node d.js --verbose"],
  ['node d.js --token "abc"', 'node d.js --token "<redacted>"'],
  ["node d.js --password=abc x", "node d.js --password=<redacted> x"],
  ["node author.js tokens.json", "node author.js tokens.json"],
])("credentials stay out of reports: %s", (provider, shown) => {
  expect(rerunOptions({ ...plain, provider })).toEqual(["--provider", shown]);
});

test("so do those of a URL", () => {
  expect(rerunOptions({ ...plain, url: "http://me:pw@host/rpc" })).toEqual(["--url", "http://<redacted>@host/rpc"]);
});
