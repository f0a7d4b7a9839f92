import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { requirementsPage } from "../reports/requirements/page.js";
import { checks, requirements } from "../suites/index.js";
import { root } from "./sources.js";

test("docs/requirements.md is what the catalogue gives (node scripts/generate-requirements.js)", () => {
  const stored = readFileSync(join(root, "docs/requirements.md"), "utf8");
  expect(stored === requirementsPage(requirements, checks)).toBe(true);
});
