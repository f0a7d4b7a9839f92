import { expect, it } from "@jest/globals";
import { planScenarios } from "../../harness/checks/plan.js";
import { checks } from "../../suites/index.js";
import { partsOf } from "./parts.js";

it("shares out all checks in parts of about the same size, and no exchange between two", () => {
  const exchange = new Map(checks.map(({ id, scenario }) => [id, scenario.id]));
  const parts = partsOf(checks, 20);
  expect(parts.flat().toSorted()).toEqual(checks.map(({ id }) => id).toSorted());
  const exchanges = parts.map((part) => new Set(part.map((id) => exchange.get(id))).size);
  expect(Math.max(...exchanges)).toBeLessThanOrEqual(20);
  expect(exchanges.reduce((sum, count) => sum + count, 0)).toBe(planScenarios(checks).length);
});

it("makes one part of nothing, so that whom nothing concerns is run as well", () => {
  expect(partsOf([])).toEqual([[]]);
});
