// Writes docs/requirements.md and .html from the catalogue of the built harness. Run after a change of requirements or checks.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const { checks, requirements } = await built("suites/index.js");
const { requirementsBrowser } = await built("reports/requirements/browser.js");
const { requirementsPage } = await built("reports/requirements/page.js");

const pages = {
  "requirements.md": requirementsPage(requirements, checks),
  "requirements.html": requirementsBrowser(requirements, checks),
};
for (const [name, text] of Object.entries(pages)) {
  writeFileSync(fileURLToPath(new URL(`../docs/${name}`, import.meta.url)), text);
}
