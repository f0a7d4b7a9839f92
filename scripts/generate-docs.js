// Writes the pages of docs/ that follow from the code, after a build: node scripts/generate-docs.js [NAME...]
//   requirements  docs/requirements.md, from the catalogue
//   reports       docs/field-reports.md, from suites/field-reports.yaml
//   driver        docs/driver-reference.md and docs/driver-protocol.schema.json, from the schemas of the driver protocol
//   stanzas       docs/implementing: the page of stanzas, their schemas, the vectors, the dictionary, and the .proto files
//   coverage      docs/coverage.md, from a run against the reference provider
// Without a name, all of them. docs/requirements.html is a part of the build.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);

const pages = { requirements, reports, driver, stanzas, coverage };
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(pages, name));
if (unknown !== undefined) stop(`there is no "${unknown}"; choose from ${Object.keys(pages).join(", ")}`);
for (const name of wanted.length > 0 ? wanted : Object.keys(pages)) {
  for (const [file, text] of Object.entries(await pages[name]())) {
    const path = new URL(`../docs/${file}`, import.meta.url).pathname;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
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

async function stanzas() {
  const { stanzaReference, stanzaSchema } = await built("protocol/stanza/catalogue/reference.js");
  const { allVectors } = await built("cli/vectors/all.js");
  const { vectorJson } = await built("cli/vectors/vector-file.js");
  const { singleByteWords, doubleByteWords } = await built("protocol/stanza/gen/dictionary.js");
  const protos = readdirSync(new URL("../proto", import.meta.url)).filter((file) => file.endsWith(".proto"));
  const own = (file) => readFileSync(new URL(`../proto/${file}`, import.meta.url), "utf8");
  return {
    "implementing/stanzas.md": stanzaReference(),
    "implementing/stanzas.schema.json": stanzaSchema(),
    "implementing/dictionary.json": dictionary(singleByteWords, doubleByteWords),
    ...Object.fromEntries(
      (await allVectors()).map((file) => [`implementing/vectors/${file.name}.json`, vectorJson(file)]),
    ),
    ...Object.fromEntries(protos.map((file) => [`implementing/proto/${file}`, own(file)])),
  };
}

/** One word a line, so that a person can look up its number. */
function dictionary(single, double) {
  const words = (list) => list.map((word) => `    ${JSON.stringify(word)}`).join(",\n");
  const tables = double.map((table) => `  [\n${words(table)}\n  ]`).join(",\n");
  return `{\n"version": 3,\n"single": [\n${words(single)}\n],\n"double": [\n${tables}\n]\n}\n`;
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
