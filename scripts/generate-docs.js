// Writes the pages of docs/ that follow from the code, after a build: node scripts/generate-docs.js [NAME...]
//   requirements  docs/requirements.md, from the catalogue
//   reports       docs/field-reports.md, from suites/field-reports.yaml
//   driver        docs/driver-reference.md and docs/driver-protocol.schema.json, from the schemas of the driver protocol
//   coverage      docs/coverage.md, from a run against the reference provider
// Without a name, all of them. docs/requirements.html is a part of the build.
import { writeFileSync } from "node:fs";

const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);

const pages = { requirements, reports, driver, coverage };
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(pages, name));
if (unknown !== undefined) stop(`there is no "${unknown}"; choose from ${Object.keys(pages).join(", ")}`);
for (const name of wanted.length > 0 ? wanted : Object.keys(pages)) {
  for (const [file, text] of Object.entries(await pages[name]())) {
    writeFileSync(new URL(`../docs/${file}`, import.meta.url), text);
    console.log(`Wrote docs/${file}`);
  }
}

async function requirements() {
  const suites = await built("suites/index.js");
  const { requirementsPage } = await built("reports/requirements/pages.js");
  return { "requirements.md": requirementsPage(suites.requirements, suites.checks) };
}

async function reports() {
  const { fieldReports } = await built("suites/gen/field-reports.js");
  const { fieldReportsPage } = await built("reports/requirements/field-reports.js");
  return { "field-reports.md": fieldReportsPage(fieldReports) };
}

async function driver() {
  const { driverReference, driverSchema } = await built("harness/driver/reference.js");
  return { "driver-reference.md": driverReference(), "driver-protocol.schema.json": driverSchema() };
}

async function coverage() {
  const { referenceProvider, runAgainst } = await built("cli/in-process.js");
  const { loadVariant } = await built("reference-provider/registry.js");
  const { renderCoverage } = await built("reports/index.js");
  const suites = await built("suites/index.js");
  const { result, entries } = await runAgainst(
    referenceProvider(loadVariant("lawful", "through-a-proxy")),
    suites.checks,
  );
  // Not for this profile, or not without --slow.
  const idle = ["other-engine", "other-wire", "needs-slow"];
  const open = result.checks.filter(({ verdict, cause }) => verdict !== "pass" && !idle.includes(cause?.code));
  if (open.length > 0) stop(open.map(({ id, verdict }) => `${id}: ${verdict}, expected pass`).join("\n"));
  return { "coverage.md": renderCoverage({ result, entries, requirements: suites.requirements }) };
}

function stop(message) {
  console.error(`Generate docs: ${message}`);
  process.exit(1);
}
