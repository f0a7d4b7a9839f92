import { expect, test } from "@jest/globals";
import { usual } from "../provider-options.js";
import { rerunOptions } from "./identity.js";

const plain = { ...usual, selectors: ["x"], out: "elsewhere", onlyFailed: true } as const;

test("an option with its default value is not repeated", () => {
  expect(rerunOptions(plain)).toEqual([]);
});

test("an option that says what a check requires is repeated", () => {
  const given = { provider: "node 'my driver.js'", profile: "p.json", timeout: 500, baseline: "b.yaml", seed: "s" };
  expect(rerunOptions({ ...plain, ...given })).toEqual([
    ...["--provider", "node 'my driver.js'", "--profile", "p.json", "--timeout", "500"],
    ...["--baseline", "b.yaml", "--seed", "s"],
  ]);
});

test("--slow is repeated", () => {
  expect(rerunOptions({ ...plain, slow: true })).toEqual(["--slow"]);
});

test.each([
  ["API_KEY=abc node d.js --verbose", "API_KEY=<redacted> node d.js --verbose"],
  ['node d.js --token "abc"', "node d.js --token <redacted>"],
  ["node d.js --password=abc x", "node d.js --password=<redacted> x"],
  ["node author.js tokens.json", "node author.js tokens.json"],
])("credentials are left out: %s", (provider, shown) => {
  expect(rerunOptions({ ...plain, provider })).toEqual(["--provider", shown]);
});

test("and those of a URL", () => {
  expect(rerunOptions({ ...plain, url: "http://me:pw@host/rpc" })).toEqual(["--url", "http://<redacted>@host/rpc"]);
});
