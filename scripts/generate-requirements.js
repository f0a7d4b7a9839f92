// Writes docs/requirements.md from the catalogue of the built harness. Run after a change of requirements or checks.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { checks, requirements } = await import(new URL("../dist/suites/index.js", import.meta.url).href);
const { requirementsPage } = await import(new URL("../dist/reports/requirements/page.js", import.meta.url).href);

writeFileSync(
  fileURLToPath(new URL("../docs/requirements.md", import.meta.url)),
  requirementsPage(requirements, checks),
);
